import english from 'emoji-picker-element/i18n/en.js'
import indonesian from 'emoji-picker-element/i18n/id.js'
import Picker from 'emoji-picker-element/picker.js'
import englishEmojis from 'emoji-picker-element-data/en/emojibase/data.json?url'
// Nobody has the names in Indonesian; most Malay ones are the same words.
import malayEmojis from 'emoji-picker-element-data/ms/cldr/data.json?url'
import { useEffect, useRef } from 'react'
import { useLanguageName } from '../../../text/language.ts'

const languages = {
  en: { locale: 'en', i18n: english, dataSource: englishEmojis },
  id: { locale: 'ms', i18n: indonesian, dataSource: malayEmojis },
}

/** Its parts follow our colours, light and dark. */
const looks = {
  '--background': 'var(--color-raised)',
  '--border-size': '0',
  '--button-active-background': 'var(--color-chosen)',
  '--button-hover-background': 'var(--color-hover)',
  '--indicator-color': 'var(--color-accent)',
  '--input-border-color': 'var(--color-edge)',
  '--input-font-color': 'var(--color-ink)',
  '--input-placeholder-color': 'var(--color-muted)',
  '--category-font-color': 'var(--color-muted)',
  '--outline-color': 'var(--color-accent)',
  '--emoji-size': '1.5rem',
  '--num-columns': '8',
}

/** All there are, to be searched in the reader's language. Everything of it comes from our own site. */
export function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const frame = useRef<HTMLDivElement>(null)
  const pick = useRef(onPick)
  pick.current = onPick
  const language = useLanguageName() ?? 'en'
  useEffect(() => {
    const picker = new Picker(languages[language])
    for (const [name, value] of Object.entries(looks)) picker.style.setProperty(name, value)
    picker.style.width = '100%'
    picker.style.height = 'min(22rem, 60dvh)'
    picker.addEventListener('emoji-click', ({ detail }) => {
      if (detail.unicode) pick.current(detail.unicode)
    })
    frame.current?.append(picker)
    // A finger would get the keyboard over it.
    if (matchMedia('(hover: hover)').matches)
      requestAnimationFrame(() => picker.shadowRoot?.querySelector('input')?.focus())
    return () => picker.remove()
  }, [language])
  return <div ref={frame} data-testid="emoji-picker" className="min-h-88" />
}
