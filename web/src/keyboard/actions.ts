import { useEffect, useRef } from 'react'
import type { ActionName } from './shortcuts.ts'

type Run = () => void

const offers = new Map<ActionName, Run[]>()

/** From now on, until the result is called, this is how the action is done. The latest offer holds. */
export function offer(name: ActionName, run: Run): () => void {
  offers.set(name, [...(offers.get(name) ?? []), run])
  return () =>
    offers.set(
      name,
      (offers.get(name) ?? []).filter((it) => it !== run),
    )
}

/** How an action is done just now; undefined where it cannot be. */
export const actionFor = (name: ActionName): Run | undefined => offers.get(name)?.at(-1)

/** Offers an action while the component is there; undefined: not possible just now. */
export function useAction(name: ActionName, run: Run | undefined): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  const possible = run !== undefined
  useEffect(() => (possible ? offer(name, () => latest.current?.()) : undefined), [name, possible])
}
