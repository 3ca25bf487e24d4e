import { useEffect } from 'react'
import { create } from 'zustand'
import type { Chat, Participant } from '../../../shared/chat.ts'
import { chatsContract } from '../../../shared/contract/chats.ts'
import { type Mention, numberIn } from '../../../shared/mention.ts'
import { call } from '../api.ts'
import { codeOf } from '../api-error.ts'
import { useLive } from '../live/use-live.ts'
import type { ThreadWords } from '../text/thread/en.ts'

interface People {
  items?: Participant[]
  problem?: string
}

const usePeople = create<Record<string, People>>(() => ({}))

const nobody: People = {}

async function load(chatId: string) {
  const people = await call(chatsContract.listParticipants, { chatId }).catch((error) => ({
    ...usePeople.getState()[chatId],
    problem: codeOf(error),
  }))
  usePeople.setState({ [chatId]: people })
}

export const forgetPeople = () => usePeople.setState({}, true)

/** The members of a group, as far as they are known by now. */
export const usePeopleOf = (chatId: string): People => usePeople((all) => all[chatId] ?? nobody)

/** Fetches who is in a group when it opens and after every gap in the news. */
export function useLoadPeople(chat: Pick<Chat, 'id' | 'isGroup'> | undefined) {
  const syncs = useLive((it) => it.syncs)
  const chatId = chat?.isGroup ? chat.id : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: fetched again after each sync
  useEffect(() => void (chatId && load(chatId)), [chatId, syncs])
}

/** What a member is called; nobody is given a number that WhatsApp hides. */
export function calledIn(
  { items = [] }: People,
  { id, name }: Pick<Mention, 'id' | 'name'>,
  words: ThreadWords,
): string {
  const known = items.find((it) => it.id === id)
  if (known?.isUs) return words.group.you
  return known?.name ?? name ?? numberIn(id) ?? words.hiddenSender
}

/** Everybody whom a text in this group may call, under the name that is shown for them. */
export function mentionsIn(people: People, told: Mention[] = [], words: ThreadWords): Mention[] {
  const members = (people.items ?? []).map(({ id }) => ({ id, digits: id.split('@')[0] ?? '' }))
  return [...members, ...told].map((one) => ({ ...one, name: calledIn(people, one, words) }))
}
