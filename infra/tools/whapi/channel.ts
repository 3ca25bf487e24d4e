import { Refusal } from '../../local/refusal.ts'
import type { Cloud } from '../cloud/cloud.ts'
import { currentSecret, readSecret } from '../cloud/secrets.ts'
import { readSettings, type StageSettings, webhookUrlOf } from '../cloud/settings.ts'
import type { Provider } from './provider.ts'
import type { TestDelivery } from './test-delivery.ts'

/** A stage's channel at WHAPI, and where it is to deliver. */
export interface Channel {
  provider: Provider
  delivery: TestDelivery
  settings: StageSettings
}

/** Undefined when the stage was not deployed, or has lost its secrets. */
export async function findChannel(cloud: Cloud): Promise<Channel | undefined> {
  const [settings, token, kept] = await Promise.all([
    readSettings(cloud),
    readSecret(cloud, 'whapiToken'),
    readSecret(cloud, 'webhookSecret'),
  ])
  if (!settings || !token || !kept) return
  const delivery = {
    url: webhookUrlOf(settings),
    secret: currentSecret(kept),
    channelId: settings.channelId,
  }
  return { provider: { url: settings.whapiUrl, token }, delivery, settings }
}

export async function expectChannel(cloud: Cloud): Promise<Channel> {
  const channel = await findChannel(cloud)
  if (channel) return channel
  throw new Refusal(`The stage "${cloud.stage}" has no channel yet. Deploy it: npm run deploy`)
}
