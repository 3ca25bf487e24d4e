type Fields = Record<string, string | number | boolean | null | undefined>

/** One line of JSON: ids, outcomes and counts. Never a text, a phone number or a secret. */
export const log = (event: string, fields: Fields = {}) =>
  console.log(JSON.stringify({ event, ...fields }))

/** A bug, with its stack: the one thing that is logged at length. */
export const logBug = (error: unknown, fields: Fields = {}) =>
  console.error(
    JSON.stringify({
      event: 'bug',
      ...fields,
      name: error instanceof Error ? error.name : typeof error,
      message: error instanceof Error ? error.message.slice(0, 300) : undefined,
      stack: error instanceof Error ? error.stack?.split('\n').slice(1, 6).join('\n') : undefined,
    }),
  )
