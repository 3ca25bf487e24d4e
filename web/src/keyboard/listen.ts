import { takeKeys } from '../early/keys.ts'
import { preferencesNow } from '../preferences.ts'
import { actionFor } from './actions.ts'
import { keysOf } from './keys.ts'
import { type ActionName, actionNames, shortcutOf } from './shortcuts.ts'

/** The second key of two comes within this time, or it is a first one. */
const sequenceMs = 1_500

const byKeys = new Map<string, ActionName>(
  actionNames.flatMap((name) => {
    const { keys, byField } = shortcutOf(name)
    return byField ? [] : keys.map((it) => [it, name] as const)
  }),
)
const isFirst = (keys: string) => [...byKeys.keys()].some((it) => it.startsWith(`${keys} `))

const fields =
  'input:not([type=checkbox],[type=radio],[type=button],[type=submit]),textarea,select,[contenteditable=true]'
/** Where keys already mean something. */
const taken = `${fields},[role=menu],[role=listbox],[role=radiogroup]`

export const inField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(fields) !== null
const isTaken = (target: EventTarget | null) =>
  target instanceof Element && target.closest(taken) !== null

/** Does what the keys say, until `signal` ends it. An open dialog has the keys for itself. */
export function listen(signal: AbortSignal): void {
  let first: { keys: string; at: number } | undefined

  const pressed = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    if (document.querySelector('dialog[open]')) return
    const keys = keysOf(event)
    if (!keys) return
    if (keys.startsWith('Alt+') && event.target instanceof HTMLSelectElement) return
    const single = !keys.includes('+') && keys !== 'Escape'
    if (single && (isTaken(event.target) || preferencesNow().keys === false)) return
    if (keys === 'Escape' && !inField(event.target)) return
    const before = first && event.timeStamp - first.at < sequenceMs ? `${first.keys} ${keys}` : ''
    first = undefined
    const name = byKeys.get(before) ?? byKeys.get(keys)
    const run = name && actionFor(name)
    if (run) {
      event.preventDefault()
      run()
    } else if (single && isFirst(keys)) first = { keys, at: event.timeStamp }
  }
  window.addEventListener('keydown', pressed, { signal })
  // When whoever begins to listen has said what can be done.
  queueMicrotask(() => {
    if (!signal.aborted) for (const event of takeKeys()) pressed(event)
  })
}
