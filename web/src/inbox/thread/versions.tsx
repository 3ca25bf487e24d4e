import { useEffect, useState } from 'react'
import type { Message } from '../../../../shared/message.ts'
import { codeOf } from '../../api-error.ts'
import { useText } from '../../text/language.ts'
import { wordsFor } from '../../text/problem.ts'
import { useThreadWords } from '../../text/thread/use-thread-words.ts'
import { moment } from '../../text/time.ts'
import { versionsOf } from '../message-actions.ts'

type Loaded = { items: { text: string; until: string }[] } | { problem: string }

/** What a message said before it was changed or deleted. */
export function Versions({ message }: { message: Message }) {
  const text = useText()
  const { edited } = useThreadWords()
  const [loaded, setLoaded] = useState<Loaded>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the message changed
  useEffect(() => {
    let over = false
    const keep = (it: Loaded) => over || setLoaded(it)
    versionsOf(message).then(
      (items) => keep({ items }),
      (error) => keep({ problem: codeOf(error) }),
    )
    return () => {
      over = true
    }
  }, [message.id, message.rev])

  if (!loaded) return <p className="text-xs text-ink/75">{text.loading}</p>
  if ('problem' in loaded)
    return <p className="text-xs text-danger">{wordsFor(loaded.problem, text)}</p>
  if (loaded.items.length === 0) return <p className="text-xs text-ink/75">{edited.none}</p>
  return (
    <ol className="my-1 grid gap-1 border-l-2 border-edge/60 pl-2 text-sm text-ink/80">
      {loaded.items.map((version) => (
        <li key={`${version.until} ${version.text}`}>
          <span className="block [overflow-wrap:anywhere] whitespace-pre-wrap">{version.text}</span>
          <time dateTime={version.until} className="text-xs text-ink/75">
            {edited.until(moment(version.until, text))}
          </time>
        </li>
      ))}
    </ol>
  )
}
