import { type ReactNode, useId } from 'react'
import type { BotTexts, BotTextsPatch } from '../../../shared/answering/texts.ts'
import { useText } from '../text/language.ts'
import { wordsFor } from '../text/problem.ts'
import { useSettingsWords } from '../text/settings/use-settings-words.ts'
import { fieldProblem } from './problem.ts'
import { SaveBar } from './save-bar.tsx'
import { useDraft } from './use-draft.ts'

type Name = keyof BotTexts

export interface BotShop {
  texts: BotTexts
  usual: BotTexts
  change: (patch: BotTextsPatch) => Promise<void>
  /** What is being written, for whoever tries it. */
  onDraft: (texts: Partial<BotTexts>) => void
}

interface Props<Key extends Name> {
  bot: BotShop
  name: Key
  title: string
  hint?: string
  children: (
    value: BotTexts[Key],
    onChange: (value: BotTexts[Key]) => void,
    problemOf: (path: string) => string | undefined,
  ) => ReactNode
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** One part of what the bot says, saved by itself. */
export function TextSection<Key extends Name>({ bot, name, title, hint, children }: Props<Key>) {
  const text = useText()
  const words = useSettingsWords()
  const id = useId()
  const { texts, usual, change, onDraft } = bot
  const value = texts[name]
  const { draft, setDraft, failure, keep, ...bar } = useDraft<BotTexts[Key]>(value, (wanted) =>
    change({ [name]: wanted }),
  )
  const inField = failure && fieldProblem(failure.field, name, words)
  function edit(next: BotTexts[Key]) {
    setDraft(next)
    onDraft({ [name]: next })
  }
  /** A text has its two languages straight below it in the input, a reply below `text`. */
  const problemOf = (path: string) =>
    [path, path.replace(/^text\./, '')]
      .map((it) => fieldProblem(failure?.field, it ? `${name}.${it}` : name, words))
      .find(Boolean)

  return (
    <fieldset
      aria-labelledby={id}
      className="grid min-w-0 grid-cols-1 gap-3 border-t border-line pt-4"
    >
      <div className="grid gap-1">
        <h4 id={id} className="text-[15px] font-medium">
          {title}
        </h4>
        {hint && <p className="text-[13px] text-muted">{hint}</p>}
      </div>
      {children(draft, edit, problemOf)}
      <SaveBar
        {...bar}
        problem={failure && (inField ?? wordsFor(failure.code, text))}
        onSave={bar.save}
        onUsual={
          same(value, usual[name]) && !bar.changed
            ? undefined
            : () =>
                keep(async () => {
                  await change({ [name]: null })
                  onDraft({ [name]: usual[name] })
                })
        }
      />
    </fieldset>
  )
}
