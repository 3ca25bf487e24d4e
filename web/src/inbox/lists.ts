import { create } from 'zustand'
import type { Found } from '../../../shared/chat.ts'
import { chatsContract } from '../../../shared/contract/chats.ts'
import { call } from '../api.ts'
import { codeOf } from '../api-error.ts'
import { firstPage } from '../early/answers.ts'
import { type Filter, type List, listKey, reachOf } from './filter.ts'
import { newestOf, resumeSync } from './resync.ts'
import { receivePage } from './store.ts'

const everything = listKey({ view: 'all' })

export const useLists = create<Record<string, List>>(() => ({}))

/** Until the first page is here, what is known already does. */
const blank: List = { ids: {}, reach: '', cursor: null, busy: false }

/** Somebody scrolls: they come in larger pieces then. */
const furtherPage = 100

let onItsWay: Promise<void> | undefined
/** The list that was asked for last; ends when it is there, or when it could not be fetched. */
export const listOnItsWay = () => onItsWay

const foundByChat = (found: Found[]) =>
  Object.fromEntries(Map.groupBy(found, ({ chatId }) => chatId))

/** The server reads only so far in one call: what comes of it may be nothing yet. */
async function nextPage(filter: Filter, cursor: string | undefined) {
  const limit = cursor ? furtherPage : firstPage
  for (let at = cursor; ; ) {
    const page = await call(chatsContract.listChats, { ...filter, cursor: at, limit })
    receivePage(page)
    if (page.items.length > 0 || !page.cursor) return page
    at = page.cursor
  }
}

/** Which list was asked for before there was a screen to show it. */
let begun: string | undefined

/** Asks for a list before there is a screen to show it; the screen need not ask again. */
export function beginList(filter: Filter): Promise<void> {
  const loaded = loadChats(filter)
  begun = listKey(filter)
  return loaded
}

/** The first page, or the one after what is there. One at a time for each list. */
export async function loadChats(filter: Filter, more = false): Promise<void> {
  const key = listKey(filter)
  const isBegun = begun === key
  if (!more) begun = undefined
  const list = useLists.getState()[key] ?? blank
  if (isBegun || list.busy || (more && !list.cursor)) return
  const loaded = load(filter, list, more)
  if (!more) onItsWay = loaded
  await loaded
}

async function load(filter: Filter, list: List, more: boolean): Promise<void> {
  const key = listKey(filter)
  const { problem: _, ...known } = list
  useLists.setState({ [key]: { ...known, busy: true } })
  try {
    const cursor = more ? (list.cursor ?? undefined) : undefined
    const page = await nextPage(filter, cursor)
    // Of all chats it tells as much as a sync that begins: what comes after it need not be asked for twice.
    if (key === everything && !more)
      resumeSync({ at: newestOf(page.items), sightRev: page.sight?.rev ?? 0 })
    const ids = Object.fromEntries(page.items.map(({ id }) => [id, true as const]))
    const found = more ? list.found : page.found && foundByChat(page.found)
    useLists.setState({
      [key]: {
        ids: more ? { ...list.ids, ...ids } : ids,
        reach: page.cursor ? (reachOf(page.items, filter) ?? list.reach) : '',
        cursor: page.cursor,
        busy: false,
        ...(found && { found }),
      },
    })
  } catch (error) {
    useLists.setState({ [key]: { ...known, busy: false, problem: codeOf(error) } })
  }
}

export function forgetLists(): void {
  begun = undefined
  useLists.setState({}, true)
}
