import { vi } from 'vitest'

export interface Asked {
  address: string
  query: URLSearchParams
  body: unknown
  authorization: string | null
}

export type Answer = [status: number, body: unknown] | 'lost'

/** Stands where the server would: answers each call by its method and path, and remembers what was asked. */
export function network(answer: (asked: Asked) => Answer | Promise<Answer>): Asked[] {
  const calls: Asked[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const { pathname, searchParams } = new URL(path, 'http://balas.test')
    const asked: Asked = {
      address: `${init.method ?? 'GET'} ${pathname}`,
      query: searchParams,
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      authorization: new Headers(init.headers).get('authorization'),
    }
    calls.push(asked)
    const reply = await answer(asked)
    if (reply === 'lost') throw new TypeError('Failed to fetch')
    return Response.json(reply[1], { status: reply[0] })
  })
  return calls
}

export const refused = (status: number, code: string, more = {}): Answer => [
  status,
  { error: { code, message: code, ...more } },
]
