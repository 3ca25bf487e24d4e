import { isDeepStrictEqual } from 'node:util'
import type { Chat } from '../../../shared/chat.ts'
import { contract } from '../../../shared/contract.ts'
import { byOrder, type Message } from '../../../shared/message.ts'
import { isHeard } from '../faults.ts'
import type { Client } from '../people/client.ts'
import { world } from '../world.ts'

/** Lets a call be answered. */
export async function settled<Answer>(call: Promise<Answer>): Promise<Answer> {
  // Whoever awaits it hears of it.
  call.catch(() => undefined)
  await world().clock.run()
  return call
}

async function allChats({ call }: Client): Promise<Map<string, Chat>> {
  const chats = new Map<string, Chat>()
  let cursor: string | undefined
  do {
    const page = await settled(call(contract.listChats, { limit: 100, cursor }))
    for (const chat of page.items) chats.set(chat.id, chat)
    cursor = page.cursor ?? undefined
  } while (cursor)
  return chats
}

async function allMessages({ call }: Client, chatId: string): Promise<Message[]> {
  const page = await settled(call(contract.listMessages, { chatId, limit: 100 }))
  const messages = [...page.items]
  for (let before = page.cursor; before; ) {
    const older = await settled(call(contract.listMessages, { chatId, limit: 100, before }))
    messages.push(...older.items)
    before = older.cursor
  }
  return messages.sort(byOrder)
}

/** Every message as it is shown to somebody who may see all, by its id. */
export async function allShown(client: Client): Promise<Map<string, Message>> {
  const shown = new Map<string, Message>()
  for (const chatId of (await allChats(client)).keys())
    for (const message of await allMessages(client, chatId)) shown.set(message.id, message)
  return shown
}

/** I8: what is on a screen after catching up is what a fresh page would show, and what the table holds. */
export async function checkViews(client: Client) {
  const { violate, records, faults } = world()
  const { browser, resync } = client
  const { username, role } = browser.user
  const chats = await allChats(client)
  // Where every push arrives, nobody needs to catch up.
  const opened = [...browser.opened].filter((chatId) => chats.has(chatId))
  if (isHeard(faults)) {
    compareChats(client, chats)
    // What went out of sight and came back is fetched when somebody looks.
    const { threads } = browser.inbox
    for (const chatId of opened)
      if (threads[chatId]?.reach !== undefined) await checkThread(client, chatId)
  }
  await settled(resync())
  compareChats(client, chats)
  if (role === 'admin' && chats.size !== records.chats().length)
    violate('I8', `${username} is shown ${chats.size} of ${records.chats().length} chats`)
  for (const chatId of opened) await checkThread(client, chatId)
}

/** A change of the last message moves this time by itself; it says from where to catch up, and nothing is shown of it. */
const shownOf = ({ updatedAt: _, ...shown }: Chat) => shown

function compareChats({ browser }: Client, chats: Map<string, Chat>) {
  const { violate } = world()
  const { username } = browser.user
  for (const chat of chats.values()) {
    const known = browser.inbox.chats[chat.id]
    if (!isDeepStrictEqual(known && shownOf(known), shownOf(chat)))
      violate('I8', `${username} has ${JSON.stringify(known)}, true is ${JSON.stringify(chat)}`)
    if (chat.unread !== chat.lastSeq - chat.readSeq)
      violate('I6', `${chat.id}: unread ${chat.unread}`)
  }
  for (const id of Object.keys(browser.inbox.chats))
    if (!chats.has(id)) violate('I8', `${username} still shows ${id}`)
}

/** A message may learn what the provider calls it; nothing is shown of that. */
const isShownAs = ({ rev: _, ...one }: Message, { rev: __, ...other }: Message) =>
  isDeepStrictEqual(one, other)

async function checkThread(client: Client, chatId: string) {
  const { violate, records } = world()
  const { username } = client.browser.user
  const { reach, messages = {} } = client.browser.inbox.threads[chatId] ?? {}
  const truth = await allMessages(client, chatId)
  const stored = records.messages().filter((message) => message.chatId === chatId).length
  if (truth.length !== stored) violate('I8', `${chatId}: ${stored} messages, ${truth.length} shown`)
  if (reach === undefined) return violate('I8', `${username} has no thread of ${chatId}`)
  const shown = Object.values(messages)
    .filter(({ order }) => order >= reach)
    .sort(byOrder)
  const wanted = truth.filter(({ order }) => order >= reach)
  const isRight = (message: Message) => {
    const known = messages[message.id]
    return known !== undefined && isShownAs(known, message)
  }
  if (shown.length === wanted.length && wanted.every(isRight)) return
  const wrong = wanted.find((message) => !isRight(message))
  violate(
    'I8',
    `${username} in ${chatId} has ${shown.length} of ${wanted.length}; ${JSON.stringify(wrong)} is ${JSON.stringify(messages[wrong?.id ?? ''])}`,
  )
}
