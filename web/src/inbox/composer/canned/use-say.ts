import type { Chat } from '../../../../../shared/chat.ts'
import { useUser } from '../../../session.ts'
import { useComposerWords } from '../../../text/composer/use-composer-words.ts'
import { filled, greetingAt, spokenName } from './fill.ts'

/** What a prepared reply says in this chat, now, from whoever is signed in. */
export function useSay({ customer, isGroup }: Chat): (text: string) => string {
  const words = useComposerWords()
  const { name: agent } = useUser()
  const name = isGroup ? '' : spokenName(customer.name)
  return (text) => filled(text, { name, agent, greeting: greetingAt(new Date().getHours(), words) })
}
