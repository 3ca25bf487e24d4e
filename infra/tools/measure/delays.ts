import type { Ready } from '../../local/ready.ts'
import { percentile, round } from './figures.ts'
import { newNumber, openViewer, textFrom } from './stack.ts'

export interface Delays {
  n: number
  /** From the provider's call to our 200. */
  ackMs: Spread
  /** From the provider's call to the frame in the viewer's browser. */
  socketMs: Spread
}

type Spread = { p50: number; p95: number }

const n = 200
/** Nobody's bot answers what is older than a quarter of an hour. */
const age = 20 * 60_000

const spreadOf = (values: number[]): Spread => ({
  p50: round(percentile(values, 50)),
  p95: round(percentile(values, 95)),
})

/** One new customer after the other writes; an admin watches. */
export async function measureDelays(stack: Ready): Promise<Delays> {
  const { name, value } = stack.webhookSecretHeader
  const viewer = await openViewer(stack)
  const write = async () => {
    const { id, body } = textFrom(newNumber(), stack, new Date(Date.now() - age))
    const heard = viewer.hears(id)
    const startedAt = performance.now()
    const headers = { 'content-type': 'application/json', [name]: value }
    const { status } = await fetch(stack.webhookUrl, { method: 'POST', headers, body })
    const ack = performance.now() - startedAt
    if (status !== 200) throw new Error(`The webhook answered ${status}`)
    return { ack, socket: (await heard) - startedAt }
  }
  try {
    for (let warmUp = 0; warmUp < 10; warmUp++) await write()
    const all: Awaited<ReturnType<typeof write>>[] = []
    while (all.length < n) all.push(await write())
    return {
      n,
      ackMs: spreadOf(all.map(({ ack }) => ack)),
      socketMs: spreadOf(all.map(({ socket }) => socket)),
    }
  } finally {
    viewer.close()
  }
}
