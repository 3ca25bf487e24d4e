import { connect } from '../tools/whapi/connect.ts'
import { channelId } from './channel.ts'
import { place } from './place.ts'
import { startSimulator } from './whapi-simulator/simulator.ts'

export interface PhoneProps {
  port: number
  token: string
  webhookUrl: string
  webhookSecret: string
}

/** Starts the simulated provider and tells it, as one tells the real one, where to deliver. */
export async function startPhone({ port, token, webhookUrl, webhookSecret }: PhoneProps) {
  const simulator = await startSimulator({
    port,
    token,
    channelId,
    ownNumber: '6281200000000',
    stateFile: place.simulator,
  })
  await connect({ url: simulator.url, token }, { url: webhookUrl, secret: webhookSecret })
  return simulator
}
