let byKey = false

/** Whoever went to a chat by a single key goes on by keys; a field must not swallow the next one. */
export const arrivedByKey = (): boolean => byKey

export const arriveByKey = (is: boolean) => {
  byKey = is
}

window.addEventListener('pointerdown', () => arriveByKey(false), { capture: true, passive: true })
