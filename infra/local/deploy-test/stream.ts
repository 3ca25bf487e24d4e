import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Message } from '../../../shared/message.ts'
import { demoUsers } from '../deployment/demo-users.ts'
import type { Rig } from './rig.ts'

const customers = 25
const each = 20
export const count = customers * each
const pauseMs = 15

const numberOf = (customer: number) => `62813900${String(customer).padStart(5, '0')}`
const textOf = (customer: number, nth: number) => `Pesan ${nth} dari ${customer}`

async function call(url: string, method = 'GET', body?: object, token = '') {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const answer = await fetch(url, { method, headers, body: body && JSON.stringify(body) })
  assert.ok(answer.ok, `${method} ${url}: ${answer.status}`)
  return answer.json()
}

/** Customers write, one after the other and all the time; each message is a delivery, some are made twice. */
export async function write({ whapiUrl }: Rig): Promise<void> {
  await call(`${whapiUrl}/sim/settings`, 'PUT', { backoffMs: 300 })
  await call(`${whapiUrl}/sim/faults`, 'PUT', { double: { times: count / 10 } })
  for (let nth = 0; nth < each; nth++)
    for (let customer = 0; customer < customers; customer++) {
      const message = {
        from: numberOf(customer),
        text: textOf(customer, nth),
        name: `Tamu ${customer}`,
      }
      await call(`${whapiUrl}/sim/messages`, 'POST', message)
      await sleep(pauseMs)
    }
}

interface Tally {
  lost: string[]
  doubled: string[]
}

/** What became of them, as an agent sees it. */
export async function tally({ url, whapiUrl }: Rig): Promise<Tally> {
  await call(`${whapiUrl}/sim/idle`, 'POST', { timeoutMs: 120_000 })
  await call(`${whapiUrl}/sim/faults`, 'DELETE')
  const { username, password } = demoUsers[0] ?? {}
  const { accessToken } = await call(`${url}/api/session`, 'POST', { username, password })
  const get = (path: string) => call(`${url}/api${path}`, 'GET', undefined, accessToken)
  const result: Tally = { lost: [], doubled: [] }
  for (let customer = 0; customer < customers; customer++) {
    const { items } = await get(`/chats?q=${numberOf(customer)}`)
    assert.equal(items.length, 1, `one chat of ${numberOf(customer)}`)
    const texts = await textsOf(get, items[0].id)
    for (let nth = 0; nth < each; nth++) {
      const times = texts.filter((text) => text === textOf(customer, nth)).length
      if (times === 0) result.lost.push(textOf(customer, nth))
      if (times > 1) result.doubled.push(textOf(customer, nth))
    }
  }
  return result
}

/** All that the customer wrote, page by page. */
async function textsOf(get: (path: string) => Promise<Page>, chatId: string): Promise<string[]> {
  const texts: string[] = []
  let { messages, cursor } = await get(`/chats/${chatId}`)
  for (;;) {
    texts.push(...(messages ?? []).flatMap((it) => (it.sender === 'customer' ? [it.text] : [])))
    if (!cursor) return texts
    const page = await get(`/chats/${chatId}/messages?before=${encodeURIComponent(cursor)}`)
    messages = page.messages ?? page.items
    cursor = page.cursor
  }
}

interface Page {
  messages?: Message[]
  items?: Message[]
  cursor: string | null
}
