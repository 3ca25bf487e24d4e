import { outputs } from './outputs.ts'

/** Steers the simulated phone; its own page, `/sim`, lists what there is. */
export async function sim<Answer = unknown>(
  path: string,
  body: object,
  method: 'POST' | 'PUT' | 'PATCH' = 'POST',
): Promise<Answer> {
  const response = await fetch(`${outputs.whapiUrl}/sim/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`The simulated phone answered ${response.status} to ${path}`)
  return response.json() as Promise<Answer>
}
