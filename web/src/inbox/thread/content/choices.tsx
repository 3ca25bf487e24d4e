import { useThreadWords } from '../../../text/thread/use-thread-words.ts'

/** The buttons or rows of a message, as the phone shows them; here they do nothing. */
export function Choices({ choices }: { choices: string[] }) {
  const words = useThreadWords()
  return (
    <ul aria-label={words.choices} className="my-1 grid w-72 max-w-full gap-1">
      {choices.map((choice, at) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a message's buttons never change places
          key={at}
          className="rounded-lg bg-canvas/60 px-3 py-1.5 text-center text-sm font-medium [overflow-wrap:anywhere]"
        >
          {choice}
        </li>
      ))}
    </ul>
  )
}
