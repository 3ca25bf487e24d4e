import { cutAtMentions } from '../../../../../shared/mention.ts'
import type { Message } from '../../../../../shared/message.ts'
import { useThreadWords } from '../../../text/thread/use-thread-words.ts'
import { mentionsIn, usePeopleOf } from '../../people.ts'
import { LinkedText } from './linked-text.tsx'

interface Props {
  message: Pick<Message, 'chatId' | 'text' | 'mentions'>
  apart?: boolean
}

/** What was written, with the people it calls by name and addresses to be opened. */
export function SpokenText({ message, apart }: Props) {
  const words = useThreadWords()
  const people = usePeopleOf(message.chatId)
  const { text, mentions } = message
  const cut = cutAtMentions(text, mentionsIn(people, mentions, words))
  if (cut.length === 1) return <LinkedText text={text} apart={apart} />
  const parts = cut.map((part, at) => ({ at, part }))
  return (
    <span className={apart ? 'mt-1 block' : undefined}>
      {parts.map(({ at, part }) =>
        typeof part === 'string' ? (
          <LinkedText key={at} text={part} />
        ) : (
          <span key={at} className="font-semibold">{`@${part.name}`}</span>
        ),
      )}
    </span>
  )
}
