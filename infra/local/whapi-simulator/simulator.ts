import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { createApp } from './app.ts'
import { Habits, type HabitsInput } from './habits.ts'
import { seconds } from './ids.ts'
import { startNews } from './news.ts'
import { resumeStatuses } from './people/statuses.ts'
import { logBug } from './problem.ts'
import { firstSettings, type WebhookInput } from './settings-schema.ts'
import { firstState } from './state.ts'
import { load, save } from './state-file.ts'
import { resumeDeliveries } from './webhook/deliveries.ts'
import { startWork } from './work.ts'
import type { World } from './world.ts'

export interface SimulatorOptions {
  /** 0 takes a free one. */
  port: number
  host?: string
  token: string
  channelId: string
  webhook?: WebhookInput
  ownNumber: string
  ownName?: string
  /** Where to keep everything over a restart. */
  stateFile?: string
  /** As with PUT /sim/settings; a reset comes back to these. */
  habits?: HabitsInput
}

export interface Simulator {
  url: string
  close(): Promise<void>
}

/** Starts one channel's worth of WHAPI. It listens on this machine only. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { port, host = '127.0.0.1' } = options
  const { world, waiting } = createWorld(options)
  const server = createAdaptorServer({ fetch: createApp(world).fetch }) as Server
  server.listen(port, host)
  await once(server, 'listening')
  const { address, port: taken } = server.address() as AddressInfo
  world.url = `http://${address}:${taken}`
  const stopSaving = keepSaving(world, options.stateFile)
  resumeDeliveries(world, waiting)
  resumeStatuses(world)
  return {
    url: world.url,
    async close() {
      stopSaving()
      world.work.callOff()
      server.close()
      server.closeAllConnections()
      if (server.listening) await once(server, 'close')
    },
  }
}

function createWorld(options: SimulatorOptions) {
  const { token, channelId, ownNumber, ownName = 'Toko Contoh', webhook, stateFile } = options
  const settings = firstSettings(webhook)
  const firstHabits = Habits.parse(options.habits ?? {})
  const saved = load(stateFile)
  const state = saved?.state ?? firstState(structuredClone(settings), seconds())
  if (webhook) state.settings.webhooks = structuredClone(settings.webhooks)
  const world: World = {
    token,
    channelId,
    owner: { phone: ownNumber, name: ownName },
    firstSettings: settings,
    firstHabits,
    url: '',
    state,
    habits: structuredClone(firstHabits),
    faults: {},
    calls: [],
    prompts: [],
    deliveries: [],
    queues: new Map(),
    batches: new Map(),
    held: [],
    subscriptions: new Set(),
    work: startWork(),
    news: startNews(),
    changed: () => {},
  }
  return { world, waiting: saved?.waiting ?? [] }
}

/** Saves soon after each change, and at the end. Answers how to end it. */
function keepSaving(world: World, file: string | undefined): () => void {
  if (!file) return () => {}
  let timer: NodeJS.Timeout | undefined
  const saveNow = () => {
    timer = undefined
    const waiting = world.deliveries.filter(({ state }) => state === 'waiting')
    try {
      save(file, { state: world.state, waiting })
    } catch (error) {
      logBug(error)
    }
  }
  world.changed = () => {
    timer ??= setTimeout(saveNow, 100)
  }
  return () => {
    clearTimeout(timer)
    saveNow()
    world.changed = () => {}
  }
}
