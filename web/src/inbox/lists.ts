import { create } from 'zustand'
import { chatsContract } from '../../../shared/contract/chats.ts'
import { call } from '../api.ts'
import { codeOf } from '../api-error.ts'
import { type Filter, type List, listKey } from './filter.ts'
import { receiveAll } from './store.ts'

export const useLists = create<Record<string, List>>(() => ({}))

/** Until the first page is here, what is known already does. */
const blank: List = { ids: {}, reach: '', cursor: null, busy: false }

/** The first page, or the one after what is there. One at a time for each list. */
export async function loadChats(filter: Filter, more = false): Promise<void> {
  const key = listKey(filter)
  const list = useLists.getState()[key] ?? blank
  if (list.busy || (more && !list.cursor)) return
  const { problem: _, ...known } = list
  useLists.setState({ [key]: { ...known, busy: true } })
  try {
    const cursor = more ? (list.cursor ?? undefined) : undefined
    const page = await call(chatsContract.listChats, { ...filter, cursor })
    receiveAll(page.items.map((chat) => ({ type: 'chat.changed', chat })))
    const oldest = page.items.map(({ updatedAt }) => updatedAt).sort()[0] ?? list.reach
    const ids = Object.fromEntries(page.items.map(({ id }) => [id, true as const]))
    useLists.setState({
      [key]: {
        ids: more ? { ...list.ids, ...ids } : ids,
        // The server pages by last change, which is never before the last message.
        reach: page.cursor ? oldest : '',
        cursor: page.cursor,
        busy: false,
      },
    })
  } catch (error) {
    useLists.setState({ [key]: { ...known, busy: false, problem: codeOf(error) } })
  }
}

export const forgetLists = () => useLists.setState({}, true)
