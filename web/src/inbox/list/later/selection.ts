import { create } from 'zustand'
import type { Bulk } from './bulk.ts'

interface Selection {
  /** The chats that are chosen; left out while nobody chooses. */
  ids?: Record<string, true>
  /** What was last done with several. */
  done?: Bulk
}

/** Several chats with which one thing is to be done. */
export const useSelection = create<Selection>(() => ({}))

/** Chooses a chat, or chooses it no more; without any, nothing is being chosen. */
export function toggleSelected(chatId: string): void {
  const { [chatId]: was, ...others } = useSelection.getState().ids ?? {}
  const ids = was ? others : { ...others, [chatId]: true as const }
  useSelection.setState({ ids: Object.keys(ids).length > 0 ? ids : undefined })
}

export const selectAll = (chatIds: string[]) =>
  useSelection.setState({ ids: Object.fromEntries(chatIds.map((id) => [id, true as const])) })

export const stopSelecting = () => useSelection.setState({ ids: undefined })

export const forgetSelection = () => useSelection.setState({}, true)
