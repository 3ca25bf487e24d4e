import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Chat } from '../../../../shared/chat.ts'
import { useCustomerWords } from '../../text/customer/use-customer-words.ts'
import { useText } from '../../text/language.ts'
import { wordsFor } from '../../text/problem.ts'
import { Button } from '../../ui/button.tsx'
import { Input } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { giveTopic } from '../chat-actions.ts'
import { useAttempt } from '../use-attempt.ts'

/** A chat that is closed before one's eyes may be given a topic, for whoever opens it next. */
export function TopicPrompt({ chat: { id, mode } }: { chat: Chat }) {
  const before = useRef(mode)
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    setAsked((still) => mode === 'closed' && (still || before.current !== 'closed'))
    before.current = mode
  }, [mode])
  return asked && <Ask chatId={id} onDone={() => setAsked(false)} />
}

function Ask({ chatId, onDone }: { chatId: string; onDone: () => void }) {
  const text = useText()
  const words = useCustomerWords()
  const { attempt, busy, failure } = useAttempt()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const topic = String(new FormData(event.currentTarget).get('topic') ?? '').trim()
    if (!topic || (await attempt(() => giveTopic(chatId, topic)))) onDone()
  }
  return (
    <form
      data-testid="topic-prompt"
      onSubmit={submit}
      onKeyDown={({ key }) => key === 'Escape' && onDone()}
      className="flex flex-wrap items-center gap-2 border-t border-line px-4 py-2"
    >
      <label htmlFor="topic" className="text-sm">
        {words.topic}
      </label>
      <Input
        id="topic"
        name="topic"
        maxLength={100}
        autoComplete="off"
        placeholder={words.topicPlaceholder}
        className="min-w-0 flex-[1_1_10rem]"
      />
      <Button type="submit" look="primary" size="small" disabled={busy}>
        {words.keepTopic}
      </Button>
      <Button look="quiet" size="small" onClick={onDone}>
        {words.noTopic}
      </Button>
      {failure && <Notice className="basis-full">{wordsFor(failure.code, text)}</Notice>}
    </form>
  )
}
