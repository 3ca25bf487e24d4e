import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useTeam } from '../team.ts'
import { useKeyboardWords } from '../text/keyboard/use-keyboard-words.ts'
import { useText } from '../text/language.ts'
import { Input } from '../ui/field.tsx'
import { Modal } from '../ui/modal.tsx'
import { Caps } from './caps.tsx'
import { actionItems, assignItems, chatItems, type Item, modeItems } from './found.ts'
import { keysOf } from './keys.ts'

/** All there is, or the choices of one action. */
export type BarPage = 'all' | 'mode' | 'assign'

interface Props {
  page: BarPage
  attempt: (action: () => Promise<void>) => void
  onClose: () => void
}

/** Type, move with the arrows, press Enter: chats, actions and pages by their names. */
export function CommandBar({ page, attempt, onClose }: Props) {
  const text = useText()
  const words = useKeyboardWords()
  const { users } = useTeam()
  const [, navigate] = useLocation()
  const [question, setQuestion] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const said = { text, words }
  const label = page === 'all' ? words.bar : words.ask[page]
  const items = {
    all: () => {
      const actions = actionItems(question, said)
      return [...chatItems(question, navigate, said), ...actions].sort(bySection)
    },
    mode: () => modeItems(question, attempt, said),
    assign: () => assignItems(question, users, attempt, said),
  }[page]()
  const chosen = items[Math.min(at, items.length - 1)]

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is chosen
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen?.id])

  function run(item: Item | undefined) {
    if (!item) return
    onClose()
    // The dialog gives the focus back first; the action may take it somewhere else.
    setTimeout(item.run)
  }
  function move(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by) setAt((Math.min(at, items.length - 1) + by + items.length) % Math.max(1, items.length))
    else if (event.key === 'Enter') run(chosen)
    else if (keysOf(event.nativeEvent) === 'Mod+k') onClose()
    else return
    event.preventDefault()
  }

  return (
    <Modal label={label} onClose={onClose} className="md:mt-[12vh]! md:w-[36rem]!">
      <Input
        role="combobox"
        aria-expanded={items.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen && `${id}-${chosen.id}`}
        aria-autocomplete="list"
        aria-label={label}
        placeholder={words.ask[page]}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={question}
        onChange={(event) => {
          setQuestion(event.target.value)
          setAt(0)
        }}
        onKeyDown={move}
        className="h-11!"
      />
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        className="max-h-[min(24rem,55dvh)] overflow-y-auto"
      >
        {Object.entries(Object.groupBy(items, ({ section }) => section)).map(([section, some]) => (
          // biome-ignore lint/a11y/useSemanticElements: options of a listbox, not fields of a form
          <div key={section} role="group" aria-label={words.section[section as Item['section']]}>
            <p aria-hidden className="px-2.5 pt-2 pb-1 text-xs font-medium text-muted">
              {words.section[section as Item['section']]}
            </p>
            {some.map((item) => (
              <Option
                key={item.id}
                id={`${id}-${item.id}`}
                item={item}
                chosen={item === chosen}
                after={words.after}
                onPoint={() => setAt(items.indexOf(item))}
                onRun={() => run(item)}
              />
            ))}
          </div>
        ))}
      </div>
      <p role="status" className={items.length ? 'sr-only' : 'px-2 pb-2 text-muted'}>
        {words.found(items.length)}
      </p>
    </Modal>
  )
}

/** What was asked for by its name goes before a search for more. */
const sections = ['chats', 'actions', 'pages', 'choices', 'search']
const bySection = (a: Item, b: Item) => sections.indexOf(a.section) - sections.indexOf(b.section)

interface OptionProps {
  id: string
  item: Item
  chosen: boolean
  after: string
  onPoint: () => void
  onRun: () => void
}

function Option({ id, item, chosen, after, onPoint, onRun }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard where one types
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      onPointerMove={onPoint}
      onClick={onRun}
      className="flex min-h-10 cursor-pointer items-center gap-3 rounded-lg px-2.5 py-1.5 text-sm aria-selected:bg-chosen pointer-coarse:min-h-11"
    >
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{item.label}</span>
        {item.hint && <span className="block truncate text-[13px] text-muted">{item.hint}</span>}
      </span>
      {item.keys && <Caps keys={item.keys} after={after} />}
    </div>
  )
}
