import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Chat } from '../../../../shared/chat.ts'
import { useCustomerWords } from '../../text/customer/use-customer-words.ts'
import { useText } from '../../text/language.ts'
import { wordsFor } from '../../text/problem.ts'
import { Button } from '../../ui/button.tsx'
import { cn } from '../../ui/class-names.ts'
import { type CustomerField, changeCustomer } from '../chat-actions.ts'
import { useAttempt } from '../use-attempt.ts'

interface Props {
  chat: Chat
  name: CustomerField
  label: string
  /** What stands there while there is nothing. */
  empty: string
  hint?: string
  type?: 'text' | 'email'
  lines?: boolean
  maxLength: number
}

const box =
  'w-full rounded-md border border-transparent bg-transparent px-2 py-1 text-[15px] text-ink placeholder:text-muted hover:border-line focus-visible:border-accent focus-visible:bg-raised focus-visible:outline-1 focus-visible:-outline-offset-1 aria-invalid:border-danger pointer-coarse:min-h-11'

/**
 * One thing known of a customer, put right where it stands: leaving it, or Enter, keeps it; Escape takes it
 * back. What could not be kept stays with its reason; what a colleague wrote meanwhile is not overwritten
 * unasked.
 */
export function InlineField({ chat, name, label, empty, hint, lines, maxLength, type }: Props) {
  const text = useText()
  const words = useCustomerWords()
  const id = useId()
  const { attempt, busy, failure, forget } = useAttempt()
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const known = chat.customer[name] ?? ''
  /** What is typed, and what stood there when the typing began. */
  const [draft, setDraft] = useState<{ value: string; over: string }>()
  const [saved, setSaved] = useState(false)
  const value = draft?.value ?? known
  const conflict = failure?.code === 'customer_changed'

  // biome-ignore lint/correctness/useExhaustiveDependencies: grows with what stands in it
  useEffect(() => {
    const area = lines ? field.current : undefined
    if (!area) return
    area.style.height = 'auto'
    area.style.height = `${area.scrollHeight + 2}px`
  }, [value, lines])

  function leave() {
    setDraft(undefined)
    forget()
  }
  async function save(over = draft?.over ?? known) {
    const wanted = value.trim()
    if (!draft || busy) return
    if (wanted === known || (name === 'name' && !wanted)) return leave()
    setSaved(false)
    if (!(await attempt(() => changeCustomer(chat.id, name, wanted, over)))) return
    setDraft(undefined)
    setSaved(true)
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && draft) {
      event.stopPropagation()
      leave()
    }
    if (event.key === 'Enter' && (!lines || event.ctrlKey || event.metaKey)) field.current?.blur()
  }
  const problem = conflict
    ? known
      ? words.changed(known)
      : words.emptied
    : failure && problemOf(failure, name)

  function problemOf({ code }: { code: string }, about: CustomerField) {
    if (code !== 'invalid_input') return wordsFor(code, text)
    return about === 'email' ? words.email : words.tooLong
  }
  const props = {
    id,
    ref: field,
    value,
    maxLength,
    placeholder: empty,
    'aria-describedby': `${id}-more`,
    'aria-invalid': problem ? true : undefined,
    onChange: ({ target }: { target: { value: string } }) => {
      setSaved(false)
      setDraft({ value: target.value, over: draft?.over ?? known })
    },
    // What the server refused is tried again by leaving once more; a conflict waits for an answer.
    onBlur: () => void (conflict || save()),
    onKeyDown,
  }
  return (
    <div>
      <div className="flex items-baseline gap-2">
        <label htmlFor={id} className="text-[13px] text-muted">
          {label}
        </label>
        <span role="status" className="text-[13px] text-muted">
          {saved && `✓ ${words.saved}`}
        </span>
      </div>
      <div className="-mx-2">
        {lines ? (
          <textarea {...props} rows={1} className={cn(box, 'block resize-none')} />
        ) : (
          <input {...props} type={type ?? 'text'} className={box} />
        )}
      </div>
      <div id={`${id}-more`}>
        {hint && <p className="text-xs text-muted">{hint}</p>}
        {problem && (
          <p role="alert" className="pt-1 text-[13px] text-danger [overflow-wrap:anywhere]">
            {problem}
          </p>
        )}
      </div>
      {conflict && (
        <div className="flex flex-wrap gap-2 pt-1.5">
          <Button size="small" disabled={busy} onClick={() => void save(known)}>
            {words.mine}
          </Button>
          <Button size="small" disabled={busy} onClick={leave}>
            {words.theirs}
          </Button>
        </div>
      )}
    </div>
  )
}
