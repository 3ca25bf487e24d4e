import { cause, elapsed } from './invocation.ts'

type Fields = Record<string, string | number | boolean | null | undefined>

const lineOf = (event: string, fields: Fields) =>
  JSON.stringify({ event, cause: cause(), ...fields, ms: elapsed() })

/** One line of JSON: ids, outcomes and counts. Never a text, a phone number or a secret. */
export const log = (event: string, fields: Fields = {}) => console.log(lineOf(event, fields))

/** What others said of what they could not read may hold what it was. */
const withoutQuotes = (message: string) =>
  message.replace(/(["'`“]).*["'`”]/gs, '$1…$1').replace(/\d{6,}/g, '…')

/** A bug, with its stack: the one thing that is logged at length. */
export const logBug = (error: unknown, fields: Fields = {}) =>
  console.error(
    lineOf('bug', {
      ...fields,
      name: error instanceof Error ? error.name : typeof error,
      message: error instanceof Error ? withoutQuotes(error.message).slice(0, 300) : undefined,
      stack: error instanceof Error ? framesOf(error) : undefined,
    }),
  )

/** Where it happened, without the message that stands above. */
const framesOf = ({ stack = '' }: Error) => {
  const lines = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return lines.slice(0, 5).join('\n')
}
