import { useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { Channel, ChatMode } from '../../shared/chat.ts'
import type { Filter } from './inbox/filter.ts'

/** Where we are: all of it stands in the URL. */
export interface Place {
  base: string
  chatId?: string
  /** A message of that chat to go to. */
  messageId?: string
  /** The customer's details are open. */
  customer: boolean
  /** How the whole is doing, instead of the chats. */
  health?: boolean
  /** A page of its own, instead of the chats. */
  page?: Page
  /** The day whose numbers are looked at; without one it is today. */
  day?: string | undefined
  filter: Filter
}

const pages = ['team', 'settings', 'profile', 'numbers'] as const
export type Page = (typeof pages)[number]

const views = ['all', 'mine', 'unassigned', 'unsent'] as const

export function placeOf(path: string, search: string): Place {
  const [, dashboard = '', part, id, rest] = path.split('/')
  const query = new URLSearchParams(search)
  const page = pages.find((name) => name === part)
  const mode = ChatMode.options.find((name) => name === query.get('mode'))
  const channel = Channel.options.find((name) => name === query.get('channel'))
  const assignee = query.get('assignee')
  const q = query.get('q')
  const messageId = query.get('m')
  const day = query.get('day')
  return {
    base: `/${dashboard}`,
    ...(part === 'health' && { health: true }),
    ...(page && { page }),
    ...(page === 'numbers' && day && /^\d{4}-\d\d-\d\d$/.test(day) && { day }),
    ...(id && part === 'chats' && { chatId: decoded(id), ...(messageId && { messageId }) }),
    customer: rest === 'customer',
    filter: {
      view: views.find((name) => name === query.get('view')) ?? 'all',
      ...(mode && { mode }),
      ...(channel && { channel }),
      ...(assignee && { assignee }),
      ...(query.get('unread') === 'true' && { unread: 'true' }),
      ...(query.get('unanswered') === 'true' && { unanswered: 'true' }),
      ...(query.get('sort') === 'waiting' && { sort: 'waiting' }),
      ...(q && { q }),
    },
  }
}

/** In this order, so that one list has one address. */
const parts = [
  'view',
  'mode',
  'channel',
  'assignee',
  'unread',
  'unanswered',
  'sort',
  'q',
] as const satisfies (keyof Filter)[]

/** Every link of the dashboard is built here. */
export function hrefOf(place: Place): string {
  const { base, chatId, messageId, customer, health, page, day, filter } = place
  if (health) return `${base}/health`
  if (page) return `${base}/${page}${day ? `?day=${day}` : ''}`
  const chosen = parts.flatMap((name) => {
    const { [name]: value } = filter
    return value && `${name} ${value}` !== 'view all' ? [[name, value]] : []
  })
  if (chatId && messageId) chosen.push(['m', messageId])
  const query = new URLSearchParams(chosen).toString()
  const path = [base, ...(chatId ? ['chats', encodeURIComponent(chatId)] : [])]
  if (chatId && customer) path.push('customer')
  return path.join('/') + (query && `?${query}`)
}

export const placeNow = (): Place => placeOf(location.pathname, location.search)

export function usePlace(): Place {
  const [path] = useLocation()
  const search = useSearch()
  return useMemo(() => placeOf(path, search), [path, search])
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
