import { decodeTime, isValid } from 'ulid'
import type { Message } from '../../../../../shared/message.ts'
import { useText } from '../../../text/language.ts'
import { useThreadWords } from '../../../text/thread/use-thread-words.ts'
import { moment, second } from '../../../text/time.ts'
import { timed } from '../times.tsx'

/** The id of what a person wrote here was made in that moment, by their own clock. */
const writtenAt = ({ id, sender }: Message) =>
  sender === 'agent' && isValid(id) ? new Date(decodeTime(id)).toISOString() : undefined

/** What became of one of ours, step by step. */
export function Timeline({ message }: { message: Message }) {
  const text = useText()
  const { timeline } = useThreadWords()
  const { sender, sentAt, times = {}, editedAt, deletedAt, droppedAt } = message
  const ours = sender === 'agent' || sender === 'bot'
  const told = timed.map((status) => [text.status[status], times[status]] as const)
  const first = [
    [timeline.written, writtenAt(message)],
    [ours ? timeline.queued : timeline.written, sentAt],
  ] as const
  const later = [
    [timeline.edited, editedAt],
    [timeline.deleted, deletedAt],
    [timeline.dropped, droppedAt],
  ] as const
  const steps = [...first, ...inTime([...told, ...later])].filter(([, at]) => at)
  return (
    <ol aria-label={timeline.label} className="grid text-sm">
      {steps.map(([name, at = '']) => (
        <li
          key={name}
          className="group/step relative flex justify-between gap-4 py-1 pl-5 before:absolute before:top-2.5 before:left-1 before:size-2 before:rounded-full before:bg-accent after:absolute after:top-4.5 after:-bottom-2.5 after:left-[7px] after:w-px after:bg-line last:after:hidden"
        >
          <span>{name}</span>
          <time dateTime={at} title={moment(at, text)} className="text-muted tabular-nums">
            {second(at, text)}
          </time>
        </li>
      ))}
    </ol>
  )
}

const inTime = <Step extends readonly [string, string | undefined]>(steps: Step[]): Step[] =>
  steps.toSorted(([, a = ''], [, b = '']) => (a < b ? -1 : a > b ? 1 : 0))
