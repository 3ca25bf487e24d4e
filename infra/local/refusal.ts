/** Something the person at the keyboard can put right; told without a stack. */
export class Refusal extends Error {
  override name = 'Refusal'
}
