import { ChatMode } from '../../../shared/chat.ts'
import type { User } from '../../../shared/user.ts'
import { assign, setMode } from '../inbox/chat-actions.ts'
import { activityOf } from '../inbox/filter.ts'
import { nameOf, numberOf } from '../inbox/name.ts'
import { useInbox } from '../inbox/store.ts'
import { hrefOf, placeNow } from '../place.ts'
import { isMuted, preferencesNow } from '../preferences.ts'
import type { Text } from '../text/en.ts'
import type { KeyboardWords } from '../text/keyboard/en.ts'
import { actionFor } from './actions.ts'
import { actionNames, shortcutOf } from './shortcuts.ts'

export interface Item {
  id: string
  section: 'chats' | 'actions' | 'pages' | 'choices' | 'search'
  label: string
  hint?: string | undefined
  keys?: string | undefined
  run: () => void
}

interface Words {
  text: Text
  words: KeyboardWords
}

const chatsShown = 6

/** Without accents and capitals; a hidden character makes no difference. */
const plain = (said: string) =>
  said
    .normalize('NFKD')
    .replace(/\p{M}|\p{Cf}/gu, '')
    .toLowerCase()

/** Whether all words of the question are in it, in any order. */
export function isFound(question: string, ...said: (string | undefined)[]): boolean {
  const all = plain(said.filter(Boolean).join(' '))
  return plain(question)
    .split(/\s+/)
    .every((word) => all.includes(word))
}

/** Chats that are known here; the server is asked by the last item. */
export function chatItems(
  question: string,
  go: (href: string) => void,
  { text, words }: Words,
): Item[] {
  if (!question.trim()) return []
  const known = Object.values(useInbox.getState().chats)
    .filter((chat) =>
      isFound(question, nameOf(chat, text), chat.customer.phone ?? '', numberOf(chat, text)),
    )
    .sort((a, b) => (activityOf(a) < activityOf(b) ? 1 : -1))
    .slice(0, chatsShown)
  const { base } = placeNow()
  const everywhere = hrefOf({ base, customer: false, filter: { view: 'all', q: question.trim() } })
  return [
    ...known.map(
      (chat): Item => ({
        id: chat.id,
        section: 'chats',
        label: nameOf(chat, text),
        hint: numberOf(chat, text),
        run: () => go(hrefOf({ ...placeNow(), chatId: chat.id, customer: false })),
      }),
    ),
    {
      id: 'search',
      section: 'search',
      label: words.searchAll(question.trim()),
      run: () => go(everywhere),
    },
  ]
}

/** What can be done just now, by name. */
export function actionItems(question: string, { words }: Words): Item[] {
  const { chatId = '' } = placeNow()
  const { sound, notify } = preferencesNow()
  const turned: Partial<Record<string, string>> = {
    'own.sound': sound === false ? words.turned.soundOn : words.turned.soundOff,
    'own.notify': notify ? words.turned.notifyOff : words.turned.notifyOn,
    'chat.mute': isMuted(chatId) ? words.turned.unmute : words.turned.mute,
  }
  return actionNames
    .filter((name) => name !== 'bar.open' && name !== 'field.leave')
    .map((name) => ({ name, run: actionFor(name), label: turned[name] ?? words.action[name] }))
    .flatMap(({ name, run, label }): Item[] => {
      const { group, keys } = shortcutOf(name)
      if (!run || !isFound(question, label, words.group[group])) return []
      return [
        { id: name, section: group === 'go' ? 'pages' : 'actions', label, keys: keys[0], run },
      ]
    })
}

/** Who answers in the chat that is open. */
export const modeItems = (
  question: string,
  attempt: (action: () => Promise<void>) => void,
  { text }: Words,
): Item[] =>
  ChatMode.options
    .filter((mode) => isFound(question, text.mode[mode], text.modeHint[mode]))
    .map((mode) => ({
      id: mode,
      section: 'choices',
      label: text.mode[mode],
      hint: text.modeHint[mode],
      run: () => attempt(() => setMode(placeNow().chatId ?? '', mode)),
    }))

/** Who has the chat that is open. */
export const assignItems = (
  question: string,
  users: User[],
  attempt: (action: () => Promise<void>) => void,
  { text }: Words,
): Item[] => {
  const { chatId = '' } = placeNow()
  const assigneeId = useInbox.getState().chats[chatId]?.assigneeId ?? null
  return [{ id: null, name: text.chat.nobody }, ...users]
    .filter(({ id, name }) => id !== assigneeId && isFound(question, name))
    .map(({ id, name }) => ({
      id: id ?? 'nobody',
      section: 'choices',
      label: name,
      run: () => attempt(() => assign(chatId, id, assigneeId)),
    }))
}
