import { create } from 'zustand'
import type { Found } from '../../../shared/chat.ts'
import { chatsContract } from '../../../shared/contract/chats.ts'
import { call } from '../api.ts'
import { codeOf } from '../api-error.ts'
import { type Filter, type List, listKey, reachOf } from './filter.ts'
import { receiveAll } from './store.ts'

export const useLists = create<Record<string, List>>(() => ({}))

/** Until the first page is here, what is known already does. */
const blank: List = { ids: {}, reach: '', cursor: null, busy: false }

const foundByChat = (found: Found[]) =>
  Object.fromEntries(Map.groupBy(found, ({ chatId }) => chatId))

/** The server reads only so far in one call: what comes of it may be nothing yet. */
async function nextPage(filter: Filter, cursor: string | undefined) {
  for (let at = cursor; ; ) {
    const page = await call(chatsContract.listChats, { ...filter, cursor: at })
    receiveAll(page.items.map((chat) => ({ type: 'chat.changed', chat })))
    if (page.items.length > 0 || !page.cursor) return page
    at = page.cursor
  }
}

/** The first page, or the one after what is there. One at a time for each list. */
export async function loadChats(filter: Filter, more = false): Promise<void> {
  const key = listKey(filter)
  const list = useLists.getState()[key] ?? blank
  if (list.busy || (more && !list.cursor)) return
  const { problem: _, ...known } = list
  useLists.setState({ [key]: { ...known, busy: true } })
  try {
    const cursor = more ? (list.cursor ?? undefined) : undefined
    const page = await nextPage(filter, cursor)
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

export const forgetLists = () => useLists.setState({}, true)
