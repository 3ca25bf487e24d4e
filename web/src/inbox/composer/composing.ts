import { create } from 'zustand'

/** For whom one writes in a chat: the customer, unless said otherwise. */
export type Composing = 'reply' | 'note'

export const useComposing = create<Record<string, Composing>>(() => ({}))

/** `asked` counts who wants to write now, so that the box takes the focus each time. */
export const useAsked = create(() => ({ asked: 0 }))

export function compose(chatId: string, as: Composing): void {
  useComposing.setState({ [chatId]: as })
  useAsked.setState(({ asked }) => ({ asked: asked + 1 }))
}
