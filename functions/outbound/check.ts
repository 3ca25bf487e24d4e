import { channelState } from '../channels/whapi/client.ts'
import { tell } from '../domain/channel/channel-news.ts'
import * as ChannelState from '../domain/channel/channel-state.ts'
import * as ProviderCalls from '../domain/channel/provider-calls.ts'
import { logBug } from '../lib/log.ts'

/** Asks how the channel is while nobody has told: somebody looks at it now, and the next tick may be minutes away. */
export async function checkFirst(): Promise<void> {
  if (!ChannelState.isUnheardOf(await ChannelState.get({ consistent: true }))) return
  if (!(await ProviderCalls.spend('check'))) return
  try {
    await tell({ code: await channelState() })
  } catch (error) {
    // It was asked all the same: from now on it is the tick that asks again.
    await tell({})
    logBug(error)
  }
}
