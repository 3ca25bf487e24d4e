import { cause, elapsed } from './invocation.ts'

type Fields = Record<string, string | number | boolean | null | undefined>

const lineOf = (event: string, fields: Fields) =>
  JSON.stringify({ event, cause: cause(), ...fields, ms: elapsed() })

/** One line of JSON: ids, outcomes and counts. Never a text, a phone number or a secret. */
export const log = (event: string, fields: Fields = {}) => console.log(lineOf(event, fields))

interface Issue {
  path: PropertyKey[]
  code: string
}

/** What others say of what they could not read may hold what it was. Of what has no shape, where and how is enough. */
function withoutQuotes(error: Error): string {
  const { issues } = error as { issues?: Issue[] }
  const said = issues?.map(({ path, code }) => `${path.join('.')} ${code}`).join(', ')
  const message = said ?? error.message.replace(/(["'`“]).*["'`”]/gs, '$1…$1')
  return message.replace(/\d{6,}/g, '…').slice(0, 300)
}

/** A bug, with its stack: the one thing that is logged at length. */
export const logBug = (error: unknown, fields: Fields = {}) =>
  console.error(
    lineOf('bug', {
      ...fields,
      name: error instanceof Error ? error.name : typeof error,
      message: error instanceof Error ? withoutQuotes(error) : undefined,
      stack: error instanceof Error ? framesOf(error) : undefined,
    }),
  )

/** Where it happened, without the message that stands above. */
const framesOf = ({ stack = '' }: Error) => {
  const lines = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return lines.slice(0, 5).join('\n')
}
