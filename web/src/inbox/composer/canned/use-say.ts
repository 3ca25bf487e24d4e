import type { Chat } from '../../../../../shared/chat.ts'
import { useUser } from '../../../session.ts'
import { useLanguageName } from '../../../text/language.ts'
import { filled, greetingAt, languageOf, spokenName } from './fill.ts'

/** What a prepared reply says, now, to whom and by whom. */
export function useFilled(name: string, agent: string): (text: string) => string {
  const language = useLanguageName() ?? 'en'
  return (text) => {
    const greeting = greetingAt(new Date().getHours(), languageOf(text, language))
    return filled(text, { name, agent, greeting })
  }
}

/** What a prepared reply says in this chat, from whoever is signed in. */
export function useSay({ customer, isGroup }: Chat): (text: string) => string {
  const { name } = useUser()
  return useFilled(isGroup ? '' : spokenName(customer.name), name)
}
