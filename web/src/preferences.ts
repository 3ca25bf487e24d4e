import * as z from 'zod/mini'
import { create } from 'zustand'

/** What somebody likes to be told, and how. Left out means: as it is for everybody. */
export const Preferences = z.object({
  /** A tone for a new message of a customer. */
  sound: z.optional(z.boolean()),
  /** A notification on the desktop; undecided until it would first have been of use. */
  notify: z.optional(z.boolean()),
  /** Single keys act outside of fields. */
  keys: z.optional(z.boolean()),
  /** Chats that say nothing. */
  muted: z._default(z.array(z.string()), []),
})
export type Preferences = z.infer<typeof Preferences>

const prefix = 'balas.preferences.'
const none: Preferences = { muted: [] }

/** Kept in this browser, for each person apart. */
function kept(userId: string): Preferences {
  try {
    const { data } = Preferences.safeParse(
      JSON.parse(localStorage.getItem(prefix + userId) ?? '{}'),
    )
    return data ?? none
  } catch {
    return none
  }
}

interface Whose {
  userId?: string
  preferences: Preferences
}
const useStore = create<Whose>(() => ({ preferences: none }))

export const preferencesNow = (): Preferences => useStore.getState().preferences
export const usePreferences = (): Preferences => useStore(({ preferences }) => preferences)

/** From now on, those of this user; and what they choose in another tab holds here, too. */
export function openPreferences(userId: string): () => void {
  const read = () => useStore.setState({ userId, preferences: kept(userId) }, true)
  const heard = ({ key }: StorageEvent) => key === prefix + userId && read()
  read()
  window.addEventListener('storage', heard)
  return () => {
    window.removeEventListener('storage', heard)
    useStore.setState({ preferences: none }, true)
  }
}

export function changePreferences(change: Partial<Preferences>): void {
  const { userId, preferences } = useStore.getState()
  if (userId === undefined) return
  const next = { ...preferences, ...change }
  useStore.setState({ userId, preferences: next }, true)
  localStorage.setItem(prefix + userId, JSON.stringify(next))
}

export const isMuted = (chatId: string): boolean => preferencesNow().muted.includes(chatId)

export function toggleMuted(chatId: string): void {
  const { muted } = preferencesNow()
  const others = muted.filter((id) => id !== chatId)
  changePreferences({ muted: others.length < muted.length ? others : [...muted, chatId] })
}
