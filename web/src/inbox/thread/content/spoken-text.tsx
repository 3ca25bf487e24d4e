import { cutAtMentions } from '../../../../../shared/mention.ts'
import type { Message } from '../../../../../shared/message.ts'
import { useThreadWords } from '../../../text/thread/use-thread-words.ts'
import { mentionsIn, usePeopleOf } from '../../people.ts'
import { emojiAlone } from './emoji.ts'
import { FormattedText } from './formatted-text.tsx'
import { LinkedText } from './linked-text.tsx'

interface Props {
  message: Pick<Message, 'chatId' | 'text' | 'mentions'>
  apart?: boolean
}

const large = 'block leading-tight'
const sizes = ['', `${large} text-5xl`, `${large} text-4xl`, `${large} text-3xl`]

/** What was written, with the people it calls by name and addresses to be opened; a few emoji alone are large. */
export function SpokenText({ message, apart }: Props) {
  const words = useThreadWords()
  const people = usePeopleOf(message.chatId)
  const { text, mentions } = message
  const called = mentionsIn(people, mentions, words)
  const plain = (said: string) =>
    cutAtMentions(said, called)
      .map((part, at) => ({ at, part }))
      .map(({ at, part }) =>
        typeof part === 'string' ? (
          <LinkedText key={at} text={part} />
        ) : (
          <span key={at} className="font-semibold">{`@${part.name}`}</span>
        ),
      )
  return (
    <FormattedText text={text} apart={apart} className={sizes[emojiAlone(text)]} plain={plain} />
  )
}
