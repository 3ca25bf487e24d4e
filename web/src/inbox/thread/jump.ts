import { create } from 'zustand'

interface Target {
  chatId?: string
  messageId?: string
}

/** The message that somebody wants to see next. */
export const useTarget = create<Target>(() => ({}))

/** Brings a message into sight and shows which it is, however far up it stands. */
export const jumpTo = (chatId: string, messageId: string) =>
  useTarget.setState({ chatId, messageId })

export const arrived = () => useTarget.setState({}, true)
