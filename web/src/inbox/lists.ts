import { create } from 'zustand'
import type { Channel, Chat, ChatMode } from '../../../shared/chat.ts'
import { contract } from '../../../shared/contract.ts'
import { call } from '../api.ts'
import { codeOf } from '../api-error.ts'
import { receive } from './store.ts'

/** Which chats a list is about. A part of the URL. */
export interface Filter {
  view: 'all' | 'mine' | 'unassigned'
  mode?: ChatMode
  channel?: Channel
  q?: string
}

/** How far a list was fetched: all since `reach` is known, and `cursor` leads to older ones. */
export interface List {
  ids: Record<string, true>
  reach: string
  cursor: string | null
  busy: boolean
  problem?: string
}

export const useLists = create<Record<string, List>>(() => ({}))

export const listKey = ({ view, mode, channel, q }: Filter): string =>
  JSON.stringify([view, mode, channel, q])

/** What a list is sorted by, newest first. */
export const activityOf = ({ lastMessage, createdAt }: Chat): string =>
  lastMessage?.sentAt ?? createdAt

const unread: List = { ids: {}, reach: '~', cursor: null, busy: false }

/** The first page, or the one after what is there. One at a time for each list. */
export async function loadChats(filter: Filter, more = false): Promise<void> {
  const key = listKey(filter)
  const list = useLists.getState()[key] ?? unread
  if (list.busy || (more && !list.cursor)) return
  const { problem: _, ...known } = list
  useLists.setState({ [key]: { ...known, busy: true } })
  try {
    const cursor = more ? (list.cursor ?? undefined) : undefined
    const page = await call(contract.listChats, { ...filter, cursor })
    for (const chat of page.items) receive({ type: 'chat.changed', chat })
    const last = page.items.at(-1)
    const ids = Object.fromEntries(page.items.map(({ id }) => [id, true as const]))
    useLists.setState({
      [key]: {
        ids: more ? { ...list.ids, ...ids } : ids,
        reach: page.cursor && last ? activityOf(last) : '',
        cursor: page.cursor,
        busy: false,
      },
    })
  } catch (error) {
    useLists.setState({ [key]: { ...known, busy: false, problem: codeOf(error) } })
  }
}

export const forgetLists = () => useLists.setState({}, true)
