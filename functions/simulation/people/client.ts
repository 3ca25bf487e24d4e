import { ulid } from 'ulid'
import type * as z from 'zod/mini'
import { contract } from '../../../shared/contract.ts'
import type { Message } from '../../../shared/message.ts'
import type { User } from '../../../shared/user.ts'
import { ApiError, codeOf } from '../../../web/src/api-error.ts'
import { type Draft, withMessage } from '../../../web/src/inbox/apply.ts'
import { messagesOf, newestSeqOf } from '../../../web/src/inbox/select.ts'
import type { Invocation } from '../invocation.ts'
import { world } from '../world.ts'
import { type Handlers, openPage } from './browser.ts'

/** A member of the team before the app, and all that can be done in it. */
export function openClient(user: User, handlers: Handlers) {
  const page = openPage(user, handlers)
  const { browser, call, receive, loadThread } = page
  const show = (message: Message) => {
    browser.inbox = withMessage(browser.inbox, message)
  }

  async function send(draft: Draft): Promise<void> {
    const { chatId, text, seenSeq, id, replaces } = draft
    browser.inbox = { ...browser.inbox, outbox: { ...browser.inbox.outbox, [id]: draft } }
    try {
      const message = await call(contract.sendMessage, { id, chatId, text, seenSeq, replaces })
      stored(message)
      show(message)
    } catch (error) {
      if (codeOf(error) === 'unseen') await loadThread(chatId).catch(() => undefined)
      const { outbox } = browser.inbox
      if (outbox[id])
        browser.inbox = {
          ...browser.inbox,
          outbox: { ...outbox, [id]: { ...draft, problem: codeOf(error) } },
        }
    }
  }

  const write = (chatId: string, text: string, replaces?: string) => {
    const { clock, dice } = world()
    const id = ulid(Math.floor(clock.now), () => dice.next())
    const seenSeq = newestSeqOf(messagesOf(browser.inbox, chatId))
    const draft = { id, chatId, text, seenSeq, writtenAt: new Date().toISOString() }
    return send(replaces ? { ...draft, replaces } : draft)
  }

  /** For the team alone; asked for once more where nothing was heard, as a browser does. */
  async function note(chatId: string, text: string): Promise<void> {
    const { clock, dice, random } = world()
    const id = ulid(Math.floor(clock.now), () => dice.next())
    const add = async () => show(await call(contract.addNote, { chatId, id, text }))
    await add().catch(() => (random.chance(0.6) ? add() : undefined))
  }

  /** The chat goes to somebody, or to nobody, with a word for whoever has it next. */
  const handOver = (
    { chatId, assigneeId }: { chatId: string; assigneeId: string | null },
    to: string | null,
    text: string,
  ) => {
    const { clock, dice } = world()
    const id = ulid(Math.floor(clock.now), () => dice.next())
    const fields = { chatId, assigneeId: to, expectedAssigneeId: assigneeId }
    return change({ ...fields, note: { id, text } })
  }

  const retry = (draft: Draft) => {
    const known = newestSeqOf(messagesOf(browser.inbox, draft.chatId))
    const { problem, ...again } = draft
    return send({ ...again, seenSeq: problem === 'unseen' ? known : draft.seenSeq })
  }

  async function change(
    fields: z.input<typeof contract.changeChat.input>,
    prepare?: (invocation: Invocation) => void,
  ): Promise<void> {
    try {
      const { chat } = await call(contract.changeChat, fields, prepare)
      receive({ type: 'chat.changed', chat })
    } catch (error) {
      if (error instanceof ApiError && [404, 409].includes(error.status))
        await loadThread(fields.chatId).catch(() => undefined)
    }
  }

  const claim = (chatId: string) =>
    change(
      { chatId, assigneeId: user.id, expectedAssigneeId: null, mode: 'agent' },
      (invocation) => {
        invocation.claims = user.id
      },
    )

  async function markRead(chatId: string, seq: number): Promise<void> {
    const answer = await call(contract.markRead, { chatId, seq }).catch(() => undefined)
    if (answer) receive({ type: 'chat.changed', chat: answer.chat })
  }

  async function markUnread(chatId: string): Promise<void> {
    const { chat } = await call(contract.markUnread, { chatId }, (invocation) => {
      invocation.unreads = true
    })
    receive({ type: 'chat.changed', chat })
  }

  async function resolve(messageId: string, as: 'sent' | 'resend' | 'drop'): Promise<void> {
    const message = await call(contract.resolveMessage, { messageId, as }).catch(() => undefined)
    if (message) show(message)
  }

  const react = async (chatId: string, messageId: string, emoji: string) =>
    show(await call(contract.react, { chatId, messageId, emoji }))
  const edit = async (chatId: string, messageId: string, text: string) =>
    show(await call(contract.editMessage, { chatId, messageId, text }))
  const erase = async (chatId: string, messageId: string) =>
    show(await call(contract.deleteMessage, { chatId, messageId }))

  /** A customer goes for good, by as many calls as it takes; what fails is asked for anew until it is done. */
  async function forget(chatId: string): Promise<void> {
    const { clock } = world()
    let askedAt = clock.now
    for (let waitMs = 200; ; waitMs = Math.min(2 * waitMs, 60_000)) {
      const answer = await call(contract.eraseCustomer, { id: chatId }, (invocation) => {
        invocation.erases = askedAt
      }).catch((error) => error)
      if (answer.done || answer.status === 404) return
      await new Promise<void>((again) => clock.in(waitMs, again))
      if (answer instanceof ApiError) askedAt = clock.now
    }
  }

  const said = { write, note, handOver, retry, resolve, react, edit, erase }
  return { ...page, ...said, change, claim, markRead, markUnread, forget }
}

export type Client = ReturnType<typeof openClient>

/** What was answered 201 is there, by the name the browser gave it. */
function stored({ id }: Message) {
  const { records, queues, seen, violate } = world()
  if (seen.erased.names.has(id)) return
  const message = records.messages().find((it) => it.id === id)
  if (!message) violate('I1', `the send ${id} was answered 201 and is not stored`)
  // It may have left already, ahead of what was queued after it.
  if (message?.status === 'queued' && !queues.knew('outbound', id))
    violate('I1', `the send ${id} was answered 201 and has no job`)
}
