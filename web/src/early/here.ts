/** Set while a sign-out may not have reached the server; other tabs watch it. */
export const leavingKey = 'balas.leaving'
/**
 * Who is signed in here: a first visit need not ask the server who it is, and without a network they are
 * shown what they had.
 */
export const enteredKey = 'balas.entered'

/** Is somebody signed in here, as far as this device knows? */
export const isSomebodyHere = (): boolean =>
  Boolean(localStorage.getItem(enteredKey)) && !localStorage.getItem(leavingKey)
