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

/** In most shops people answer; the bot has a few. */
const withBot = 5

const writeOne = ({ whapiUrl }: Rig, customer: number, text: string) =>
  call(`${whapiUrl}/sim/messages`, 'POST', {
    from: numberOf(customer),
    text,
    name: `Tamu ${customer}`,
  })

async function asAdmin({ url }: Rig) {
  const { username, password } = demoUsers[0] ?? {}
  const { accessToken } = await call(`${url}/api/session`, 'POST', { username, password })
  return (path: string, method = 'GET', body?: object) =>
    call(`${url}/api${path}`, method, body, accessToken)
}

/** The customers have written before, and most of their chats somebody has taken. */
export async function prepare(rig: Rig): Promise<void> {
  const { whapiUrl } = rig
  await call(`${whapiUrl}/sim/settings`, 'PUT', { backoffMs: 300, autoRead: false })
  for (let customer = 0; customer < customers; customer++) await writeOne(rig, customer, 'Halo')
  await delivered(whapiUrl)
  const api = await asAdmin(rig)
  for (let customer = withBot; customer < customers; customer++) {
    const { items } = await api(`/chats?q=${numberOf(customer)}`)
    await api(`/chats/${items[0].id}`, 'PATCH', { mode: 'agent' })
  }
  await call(`${whapiUrl}/sim/faults`, 'PUT', { double: { times: count / 10 } })
}

/** They write, one after the other and all the time; each message is a delivery, some are made twice. */
export async function write(rig: Rig): Promise<void> {
  for (let nth = 0; nth < each; nth++)
    for (let customer = 0; customer < customers; customer++) {
      await writeOne(rig, customer, textOf(customer, nth))
      await sleep(pauseMs)
    }
}

interface Tally {
  lost: string[]
  doubled: string[]
}

/** Ten minutes: this may be a slow machine. */
const looks = 600

/** All is delivered that was on its way; WHAPI tries again until it is. */
async function delivered(whapiUrl: string) {
  let waiting: { attempts: { status: number | null }[] }[] = []
  for (let look = 0; look < looks; look++) {
    const { deliveries } = await call(`${whapiUrl}/sim/deliveries`)
    waiting = deliveries.filter((it: { state: string }) => it.state === 'waiting')
    if (waiting.length === 0) return
    await sleep(1000)
  }
  const answers = new Set(waiting.map(({ attempts }) => attempts.at(-1)?.status))
  assert.fail(`${waiting.length} deliveries are still on their way; answered: ${[...answers]}`)
}

/** What became of them, as an agent sees it. */
export async function tally(rig: Rig): Promise<Tally> {
  const { whapiUrl } = rig
  await delivered(whapiUrl)
  await call(`${whapiUrl}/sim/faults`, 'DELETE')
  const get = await asAdmin(rig)
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

/** Those whom our own tools let in for a moment, and who are there still. */
export async function visitors(rig: Rig): Promise<string[]> {
  const api = await asAdmin(rig)
  const { items } = await api('/users')
  return items.flatMap(({ username }: { username: string }) =>
    username.startsWith('balas-check') ? [username] : [],
  )
}
