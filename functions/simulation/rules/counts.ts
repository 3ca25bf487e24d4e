import { isDeepStrictEqual } from 'node:util'
import { contract } from '../../../shared/contract.ts'
import type { Client } from '../people/client.ts'
import { world } from '../world.ts'
import { type ChatItem, type Item, isChat, type Write } from './records.ts'
import { settled } from './views.ts'

/** By whose they are and what is counted of them; what is zero is left out. */
type Sums = Map<string, number>

function add(sums: Sums, name: string, by: number) {
  const sum = (sums.get(name) ?? 0) + by
  if (sum === 0) sums.delete(name)
  else sums.set(name, sum)
}

/** What there is to count of a chat, said once more and in other words than our code says it. */
function aspectsOf({ mode, channel, lastSeq, readSeq, unsentIn }: ChatItem): string[] {
  const isUnsent = Object.keys((unsentIn ?? {}) as object).length > 0
  const open =
    mode === 'closed' ? [] : [String(channel), ...(lastSeq === readSeq ? [] : ['unread'])]
  return [mode, ...open, ...(isUnsent ? ['unsent'] : [])]
}

function addChat(sums: Sums, item: Item | undefined, by: 1 | -1) {
  if (!isChat(item) || item.mergedInto) return
  for (const aspect of aspectsOf(item)) add(sums, `${item.assigneeId} ${aspect}`, by)
}

const isCounter = (item: Item | undefined): item is Item => item?.pk === 'counts'

function addCounter(sums: Sums, item: Item | undefined, by: 1 | -1) {
  if (!isCounter(item)) return
  const { pk: _, sk, ...numbers } = item
  const owner = String(sk).replace(/#\d$/, '')
  for (const [aspect, number] of Object.entries(numbers))
    add(sums, `${owner === 'none' ? null : owner} ${aspect}`, by * Number(number))
}

const told = (sums: Sums) => JSON.stringify(Object.fromEntries([...sums].sort()))

/** Counters move with their chats, in the same write. */
export function checkCounted({ versions, writer }: Write) {
  const chats: Sums = new Map()
  const counters: Sums = new Map()
  for (const { before, after } of versions) {
    addChat(chats, before, -1)
    addChat(chats, after, 1)
    addCounter(counters, before, -1)
    addCounter(counters, after, 1)
  }
  if (!isDeepStrictEqual(chats, counters))
    world().violate(
      'counts',
      `${writer?.name}: chats moved by ${told(chats)}, counters by ${told(counters)}`,
    )
}

/** In the end the counters say what a recount of all chats says, and the sidebar of each what they may see. */
export async function checkCounts(clients: Client[]) {
  const { records, violate } = world()
  const chats: Sums = new Map()
  const counters: Sums = new Map()
  for (const item of records.items.values()) {
    addChat(chats, item, 1)
    addCounter(counters, item, 1)
  }
  if (!isDeepStrictEqual(chats, counters))
    violate('counts', `there are ${told(chats)}, counted are ${told(counters)}`)
  const { agentsSeeUnassigned = true } = records.items.get('settings shop') ?? {}
  for (const client of clients) await checkSidebar(client, Boolean(agentsSeeUnassigned))
}

async function checkSidebar({ browser, call }: Client, agentsSeeUnassigned: boolean) {
  const { id, role, username } = browser.user
  const isSeen = ({ mergedInto, assigneeId }: ChatItem) =>
    !mergedInto &&
    (role === 'admin' || assigneeId === id || (assigneeId === null && agentsSeeUnassigned))
  const chats = world().records.chats().filter(isSeen)
  const open = chats.filter(({ mode }) => mode !== 'closed')
  const truth = {
    all: open.length,
    mine: open.filter(({ assigneeId }) => assigneeId === id).length,
    unassigned: open.filter(({ assigneeId }) => assigneeId === null).length,
    unread: open.filter(({ lastSeq, readSeq }) => lastSeq !== readSeq).length,
    unsent: chats.filter((chat) => aspectsOf(chat).includes('unsent')).length,
    closed: chats.length - open.length,
    whatsapp: open.length,
  }
  const { modes, channels, channel: _, ...shown } = await settled(call(contract.counts, {}))
  const said = {
    ...{ all: shown.all, mine: shown.mine, unassigned: shown.unassigned },
    ...{ unread: shown.unread, unsent: shown.unsent },
    ...{ closed: modes.closed, whatsapp: channels.whatsapp },
  }
  if (!isDeepStrictEqual(said, truth))
    world().violate(
      'counts',
      `${username} is shown ${JSON.stringify(said)}, true is ${JSON.stringify(truth)}`,
    )
}
