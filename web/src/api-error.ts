import { Problem } from '../../shared/problem.ts'

export const problemOf = (code: string, message = code): Problem => ({ error: { code, message } })

/** Why a call failed. Status 0 means that no answer came, so nobody knows whether it was done. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  readonly problem: Problem['error']

  constructor(status: number, reply: unknown) {
    const { error } = Problem.safeParse(reply).data ?? problemOf('malformed')
    super(error.message)
    this.status = status
    this.problem = error
  }
}

/** The code of a failed call; `unexpected` for anything that is not one. */
export const codeOf = (error: unknown): string =>
  error instanceof ApiError ? error.problem.code : 'unexpected'

/** No answer, too many at once, somebody in between, or a session that ran out: the same call may succeed later. */
const passing = [0, 401, 429, 502, 503, 504]

/** Whether it was only the way there, so that trying again needs nobody's decision. */
export const waitsAfter = (error: unknown): boolean =>
  error instanceof ApiError && passing.includes(error.status)
