import { useEffect, useRef } from 'react'
import { useComposerWords } from '../../../text/composer/use-composer-words.ts'
import { cn } from '../../../ui/class-names.ts'
import { useCanned } from './canned.ts'
import type { Slash } from './use-slash.ts'

export const cannedListId = 'canned-replies'
export const optionId = (id: string) => `canned-${id}`

interface Props {
  slash: Slash
  /** What each would say here. */
  say: (text: string) => string
}

/** Opens above the box where one writes; the keys stay with the box. */
export function CannedList({ slash: { items, active, setActive, choose }, say }: Props) {
  const { canned } = useComposerWords()
  const { failed, items: all } = useCanned()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView?.({ block: 'nearest' })
  }, [active])
  if (!items?.length) {
    const why = items ? (all?.length ? canned.none : canned.empty) : failed && canned.failed
    return why ? (
      <p role="status" className="rounded-xl bg-hover px-3 py-2 text-sm text-muted">
        {why}
      </p>
    ) : null
  }
  return (
    <>
      <p role="status" className="sr-only">
        {canned.found(items.length)}
      </p>
      <div
        ref={list}
        id={cannedListId}
        role="listbox"
        aria-label={canned.list}
        data-testid="canned-list"
        className="max-h-60 overflow-y-auto rounded-xl border border-line bg-raised p-1 shadow-lg"
      >
        {items.map((item, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box where one writes has the keys
          <div
            key={item.id}
            id={optionId(item.id)}
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            onPointerMove={() => setActive(at)}
            // The box keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(item)}
            className={cn(
              'grid cursor-pointer content-center rounded-lg px-2.5 py-1.5 text-sm pointer-coarse:min-h-11',
              at === active && 'bg-chosen',
            )}
          >
            <span className="font-medium">/{item.shortcut}</span>
            <span className="line-clamp-2 text-[13px] [overflow-wrap:anywhere] text-muted">
              {say(item.text)}
            </span>
          </div>
        ))}
      </div>
    </>
  )
}
