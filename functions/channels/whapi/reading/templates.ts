import * as z from 'zod/mini'
import { mediaIn } from './files.ts'
import { Anything, compact, cut, fieldsOf, list, words } from './values.ts'
import { wordsIn } from './wording.ts'

const several = list(50)

const Choices = z.object({
  buttons: several,
  sections: several,
  rows: several,
  cards: several,
  action: Anything,
  list: Anything,
})

const Choice = z.object({ title: words(200), text: words(200) })

/** Everything that can be tapped, in its order; WhatsApp nests three deep. */
function choicesIn(content: unknown, depth = 0): string[] {
  if (depth > 4) return []
  const { buttons, sections, rows, cards, action, list } = fieldsOf(Choices, content)
  const own = [...buttons, ...rows].flatMap((choice) => {
    const { title, text } = fieldsOf(Choice, choice)
    return title ?? text ?? []
  })
  const inner = [action, list, ...sections, ...cards].filter((it) => typeof it === 'object')
  return [...own, ...inner.flatMap((it) => choicesIn(it, depth + 1))].slice(0, 50)
}

const Template = z.object({
  header: Anything,
  body: Anything,
  text: Anything,
  footer: Anything,
  mime_type: words(100),
})

const Header = z.object({ image: Anything, video: Anything, document: Anything })

/** Buttons, lists, carousels and what businesses send from templates: words, small print, and choices. */
export function template(content: unknown) {
  const { header, body, text, footer, mime_type } = fieldsOf(Template, content)
  const { image, video, document } = fieldsOf(Header, header)
  const choices = choicesIn(content)
  const spoken = [header, body ?? text].map((part) => wordsIn(part)).filter(Boolean)
  return {
    text: spoken.join('\n') || wordsIn(content),
    content: compact({
      media: mediaIn(image ?? video ?? document ?? (mime_type ? content : undefined)),
      choices: choices.length ? choices : undefined,
      footer: cut(wordsIn(footer), 1000) || undefined,
    }),
  }
}

const Reply = z.object({ buttons_reply: Anything, list_reply: Anything })
const Tapped = z.object({ title: words(1000), description: words(1000), id: words(200) })

/** What was tapped, by what it says; our own ids come back with a prefix. */
export function reply(content: unknown) {
  const { buttons_reply, list_reply } = fieldsOf(Reply, content)
  const { title, description, id } = fieldsOf(Tapped, buttons_reply ?? list_reply)
  const text = title ?? description ?? id?.replace(/^\w+V3:/, '') ?? wordsIn(content)
  return { text }
}
