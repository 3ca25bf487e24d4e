import { useMemo } from 'react'
import { create } from 'zustand'

/** At most one message has its actions open. */
const useOpen = create<{ id?: string }>(() => ({}))

export interface OpenMenu {
  isOpen: boolean
  open: () => void
  close: () => void
}

export function useMenu(id: string): OpenMenu {
  const isOpen = useOpen((it) => it.id === id)
  return useMemo(
    () => ({
      isOpen,
      open: () => useOpen.setState({ id }),
      close: () => useOpen.setState({}, true),
    }),
    [id, isOpen],
  )
}
