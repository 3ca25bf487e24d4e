import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { Refusal } from './refusal.ts'

export interface Ports {
  web: number
  simulator: number
  engine: number
}

const uses: Record<keyof Ports, string> = {
  web: 'the dashboard',
  simulator: 'the simulated phone',
  engine: 'the local AWS',
}

/** Three in a row, from PORT upwards. */
export function portsFrom(first = process.env.PORT || '3000'): Ports {
  const web = Number(first)
  if (!Number.isInteger(web) || web < 1024 || web > 65_533)
    throw new Refusal(`PORT is "${first}"; it must be a number from 1024 to 65533.`)
  return { web, simulator: web + 1, engine: web + 2 }
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const say = (answer: boolean) => () => {
      socket.destroy()
      resolve(answer)
    }
    socket.on('connect', say(true)).on('error', say(false))
  })

async function isTaken(port: number): Promise<boolean> {
  if (await answers(port)) return true
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
    return false
  } catch {
    return true
  } finally {
    server.close()
  }
}

/** Names the first port that somebody else has. */
export async function expectFree(ports: Partial<Ports>): Promise<void> {
  for (const [name, port] of Object.entries(ports))
    if (await isTaken(port))
      throw new Refusal(
        `Port ${port}, for ${uses[name as keyof Ports]}, is taken by another program. ` +
          'End that program, or choose other ports: PORT=3300 npm start (it uses PORT and the two after it).',
      )
}

/** The first three in a row that are free, for whoever does not mind where. */
export async function firstFree(from: number): Promise<number> {
  for (let first = from; first < 65_000; first += 10) {
    const taken = await Promise.all([first, first + 1, first + 2].map(isTaken))
    if (!taken.includes(true)) return first
  }
  throw new Refusal(`No free port from ${from} upwards.`)
}
