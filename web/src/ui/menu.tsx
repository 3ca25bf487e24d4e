import { Check } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { moveFocus } from './arrows.ts'
import { Button } from './button.tsx'
import { cn } from './class-names.ts'

export interface Choice<Value> {
  value: Value
  label: string
  hint?: string
}

interface Props<Value> {
  label: string
  value: Value
  choices: Choice<Value>[]
  onChoose: (value: Value) => void
  onOpen?: () => void
  disabled?: boolean
  children: ReactNode
}

/** One of several, behind a button. Arrows move, Enter chooses, Escape closes. */
export function Menu<Value extends string | null>(props: Props<Value>) {
  const { label, onOpen, disabled, children } = props
  const [open, setOpen] = useState(false)
  const frame = useRef<HTMLDivElement>(null)

  const close = () => {
    setOpen(false)
    frame.current?.querySelector('button')?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches whether the focus leaves
    <div
      ref={frame}
      className="relative"
      onBlur={(event) => frame.current?.contains(event.relatedTarget) || setOpen(false)}
    >
      <Button
        size="small"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={label}
        title={label}
        disabled={disabled}
        onClick={() => {
          if (!open) onOpen?.()
          setOpen(!open)
        }}
      >
        {children}
      </Button>
      {open && <Choices {...props} close={close} />}
    </div>
  )
}

function Choices<Value extends string | null>(props: Props<Value> & { close: () => void }) {
  const { label, value, choices, onChoose, close } = props
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const chosen = list.current?.querySelector<HTMLElement>('[aria-checked=true]')
    const target = chosen ?? list.current?.querySelector<HTMLElement>('[role=menuitemradio]')
    target?.focus()
  }, [])

  return (
    <div
      ref={list}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={(event) => move(event, close)}
      className="z-30 max-h-80 overflow-y-auto rounded-xl border border-line bg-raised p-1 shadow-lg max-md:fixed max-md:inset-x-3 max-md:bottom-3 md:absolute md:top-full md:right-0 md:mt-1 md:w-64"
    >
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          role="menuitemradio"
          aria-checked={choice.value === value}
          onClick={() => {
            close()
            if (choice.value !== value) onChoose(choice.value)
          }}
          className="flex w-full items-start gap-2 rounded-lg px-2.5 py-2 text-left pointer-coarse:min-h-11 text-sm hover:bg-hover focus-visible:bg-hover focus-visible:-outline-offset-2"
        >
          <Check
            aria-hidden
            className={cn(
              'mt-0.5 size-4 shrink-0 text-accent',
              choice.value !== value && 'invisible',
            )}
          />
          <span className="min-w-0">
            <span className="block truncate font-medium">{choice.label}</span>
            {choice.hint && <span className="block text-[13px] text-muted">{choice.hint}</span>}
          </span>
        </button>
      ))}
    </div>
  )
}

function move(event: KeyboardEvent<HTMLDivElement>, close: () => void) {
  if (event.key === 'Escape') {
    event.stopPropagation()
    return close()
  }
  moveFocus(event)
}
