/** Nothing that looks like something else when it is read out. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const groups = 3
const groupLength = 4

/** A password for one sign-in: hard to guess, easy to read out. */
export function newPassword(): string {
  const most = 256 - (256 % letters.length)
  const letter = (): string => {
    const [value = most] = crypto.getRandomValues(new Uint8Array(1))
    // Those beyond the last full round would make some letters likelier.
    return value < most ? (letters[value % letters.length] ?? '') : letter()
  }
  return Array.from({ length: groups }, () =>
    Array.from({ length: groupLength }, letter).join(''),
  ).join('-')
}
