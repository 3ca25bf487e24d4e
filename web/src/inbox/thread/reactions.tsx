import type { Message } from '../../../../shared/message.ts'
import { useText } from '../../text/language.ts'
import { useThreadWords } from '../../text/thread/use-thread-words.ts'

/** Who reacted and how, and what is still on its way. */
export function Reactions({ message, name }: { message: Message; name: string }) {
  const text = useText()
  const words = useThreadWords()
  const { reactions = [], pending = [] } = message
  const asked = pending.find(({ kind, error }) => kind === 'reaction' && !error)
  if (reactions.length === 0 && !asked) return null
  const groups = new Map<string, string[]>()
  for (const { emoji, sender, senderName } of reactions) {
    const who = senderName ?? (sender === 'customer' ? name : text.thread.agent)
    groups.set(emoji, [...(groups.get(emoji) ?? []), who])
  }
  const pill =
    'inline-flex h-6 items-center gap-1 rounded-full border border-line bg-raised px-1.5 text-sm'
  return (
    <ul aria-label={words.reactions} className="z-1 -mt-2 mx-2 flex flex-wrap gap-1">
      {[...groups].map(([emoji, names]) => (
        <li key={emoji} title={words.reacted(emoji, names.join(', '))} className={pill}>
          <span aria-hidden>{emoji}</span>
          {names.length > 1 && (
            <span aria-hidden className="text-xs text-muted tabular-nums">
              {names.length}
            </span>
          )}
          <span className="sr-only">{words.reacted(emoji, names.join(', '))}</span>
        </li>
      ))}
      {asked && (
        <li title={words.pending.by(asked.userName)} className={`${pill} border-dashed`}>
          <span aria-hidden className={asked.value ? 'opacity-50' : 'sr-only'}>
            {asked.value}
          </span>
          <span className={asked.value ? 'sr-only' : 'text-xs text-muted'}>
            {asked.value ? words.pending.reaction : words.pending.unreaction}
          </span>
        </li>
      )}
    </ul>
  )
}
