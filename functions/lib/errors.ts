/** What a caller may see. Anything else that is thrown is a bug: logged whole, answered as a bare 500. */
export class AppError extends Error {
  override name = 'AppError'
  readonly status: number
  readonly code: string
  readonly details: Record<string, unknown>

  constructor(
    status: number,
    code: string,
    message: string,
    details: Record<string, unknown> = {},
  ) {
    super(message)
    this.status = status
    this.code = code
    this.details = details
  }
}

export const invalidInput = (message: string, details?: Record<string, unknown>) =>
  new AppError(400, 'invalid_input', message, details)
export const notSignedIn = (message = 'Sign in first') =>
  new AppError(401, 'not_signed_in', message)
export const forbidden = (message: string) => new AppError(403, 'forbidden', message)
/** Also the answer to whoever may not see the thing: the two must not be told apart. */
export const notFound = (noun: string) => new AppError(404, 'not_found', `There is no such ${noun}`)
export const conflict = (code: string, message: string, details?: Record<string, unknown>) =>
  new AppError(409, code, message, details)
export const tooMany = (message: string) => new AppError(429, 'too_many', message)
