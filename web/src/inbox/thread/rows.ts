import { isNote, type Message } from '../../../../shared/message.ts'
import type { Draft } from '../apply.ts'
import { isHappening } from '../select.ts'

/** One line of a thread. `at` is a time of the day it belongs to. */
export type Row = { key: string; at: string } & (
  | { is: 'beginning' }
  | { is: 'day' }
  | { is: 'new' }
  | { is: 'message'; message: Message; first: boolean }
  | { is: 'draft'; draft: Draft; first: boolean }
)

interface Thread {
  /** Oldest first. */
  messages: Message[]
  drafts?: Draft[]
  /** There are older ones that are not loaded. */
  more?: boolean
  /** The message that was the first new one. */
  firstNew?: string | undefined
  /** Who is looking. */
  me: string
}

/** Thousands of messages ask in a row, and mostly of one day. */
function dates() {
  let [from, to, name] = [0, 0, '']
  return (iso: string): string => {
    const time = Date.parse(iso)
    if (time < from || time >= to) {
      const day = new Date(time)
      name = day.toDateString()
      from = day.setHours(0, 0, 0, 0)
      to = day.setDate(day.getDate() + 1)
    }
    return name
  }
}
const voiceOf = ({ sender, userId, senderPhone, senderName, kind }: Message) =>
  `${isNote({ kind }) ? 'note' : sender} ${userId ?? senderPhone ?? senderName ?? ''}`

/**
 * What a thread shows, line by line. While there are older messages, the oldest one is only asked whether a day
 * or a writer begins after it: so no line ever changes when others come above it, and nothing jumps.
 */
export function rowsOf({ messages, drafts = [], more = false, firstNew, me }: Thread): Row[] {
  const rows: Row[] = more
    ? []
    : [{ is: 'beginning', key: 'beginning', at: messages[0]?.sentAt ?? '' }]
  const dateOf = dates()
  let before = more ? messages[0] : undefined
  let dateBefore = before && dateOf(before.sentAt)
  for (const message of more ? messages.slice(1) : messages) {
    const at = message.sentAt
    const date = dateOf(at)
    const isNewDay = date !== dateBefore
    const isFirstNew = message.id === firstNew
    const goesOn =
      !isNewDay &&
      !isFirstNew &&
      before &&
      voiceOf(before) === voiceOf(message) &&
      !isHappening(before)
    if (isNewDay) rows.push({ is: 'day', key: `day ${date}`, at })
    if (isFirstNew) rows.push({ is: 'new', key: 'new', at })
    rows.push({ is: 'message', key: message.id, at, message, first: !goesOn })
    before = message
    dateBefore = date
  }
  for (const [place, draft] of drafts.entries()) {
    const goesOn = place > 0 || (before && voiceOf(before) === `agent ${me}`)
    rows.push({ is: 'draft', key: draft.id, at: draft.writtenAt, draft, first: !goesOn })
  }
  return rows
}

const lineHeight = 21
const inOneLine = 48

/** About how high a line will be, until it is there to be measured. */
export function heightOf(row: Row): number {
  if (row.is !== 'message' && row.is !== 'draft') return 44
  const { text } = row.is === 'draft' ? row.draft : row.message
  const lines = Math.min(24, Math.ceil(text.length / inOneLine))
  const extra = row.is === 'message' && row.message.content ? 120 : 0
  return 20 + lines * lineHeight + extra + (row.first ? 26 : 0)
}
