import * as z from 'zod/mini'
import { e164 } from '../../../domain/phone.ts'
import { compact, cut, fieldsOf, list, Spoken, words } from './values.ts'

const Card = z.object({ name: words(200), vcard: Spoken })

const longestCard = 20_000

/** The lines of a vCard (RFC 6350): folded ones joined, groups (`item1.`) left out. */
const linesOf = (vcard: string) =>
  vcard
    .slice(0, longestCard)
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, name = '', rest = ''] = line.match(/^(?:[\w-]+\.)?([A-Za-z-]+)([;:].*)$/) ?? []
      const at = rest.indexOf(':')
      return name
        ? [{ name: name.toUpperCase(), kind: rest.slice(0, at), value: rest.slice(at + 1) }]
        : []
    })

/** A number as WhatsApp knows it, else as it is written. */
const phoneIn = ({ kind, value }: { kind: string; value: string }) => {
  const written = value.replace(/^tel:/i, '').trim()
  return e164(kind.match(/waid=(\d+)/i)?.[1] ?? '') ?? e164(written) ?? cut(written, 40)
}

function cardIn(value: unknown) {
  const { name, vcard = '' } = fieldsOf(Card, value)
  const lines = linesOf(vcard)
  const written = lines.find((line) => line.name === 'FN')?.value.replace(/\\([,;\\])/g, '$1')
  const phones = lines.filter((line) => line.name === 'TEL').map(phoneIn)
  const known = { name: name ?? cut(written?.trim() ?? '', 200), phones: [...new Set(phones)] }
  return { ...known, phones: known.phones.filter(Boolean).slice(0, 10) }
}

/** One contact or several: their names, and their numbers. */
export function contacts(content: unknown) {
  const { list: several } = fieldsOf(z.object({ list: list(100) }), content)
  const cards = (several.length ? several : [content])
    .map(cardIn)
    .filter(({ name, phones }) => name || phones.length)
  const text = cards
    .map(({ name }) => name)
    .filter(Boolean)
    .join(', ')
  return { text, content: compact({ contacts: cards.length ? cards : undefined }) }
}
