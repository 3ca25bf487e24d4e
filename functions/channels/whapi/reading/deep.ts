/** Deeper than anything WhatsApp says, and shallow enough to be written down again. */
const deepest = 60

/** Is it nested so deeply that whoever walks through it runs out of stack? */
export const isDeep = (value: unknown, room = deepest): boolean =>
  value !== null &&
  typeof value === 'object' &&
  (room === 0 || Object.values(value).some((inner) => isDeep(inner, room - 1)))
