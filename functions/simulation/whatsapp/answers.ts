export const answer = (status: number, body: unknown) => ({
  ok: status >= 200 && status < 300,
  status,
  headers: new Headers(),
  text: async () => JSON.stringify(body),
  json: async () => body,
  arrayBuffer: async () => new TextEncoder().encode(JSON.stringify(body)).buffer,
})
export type Answer = ReturnType<typeof answer>

export const refusal = (code: number, message: string) => answer(code, { error: { code, message } })
/** The connection ended, before or after the provider read what was sent. */
export const broken = (code: string) =>
  Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(code), { code }) })
export const timedOut = () => Object.assign(new Error('timed out'), { name: 'TimeoutError' })
