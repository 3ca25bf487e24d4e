import { channelState } from '../channels/whapi/client.ts'
import * as announce from '../domain/announce.ts'
import { hear } from '../domain/channel/channel.ts'
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

/**
 * Asks because a person wants to know, and tells everybody what came of it, also when nothing changed. When
 * the channel is back, what waited for it goes on its way.
 */
export async function checkAsked(): Promise<void> {
  const before = await ChannelState.get({ consistent: true })
  await hear({ code: await channelState().catch(logged), asked: true })
  const now = await ChannelState.get({ consistent: true })
  if (before.state === now.state && before.code === now.code) await announce.channelChanged(now)
}

/** The provider itself is away, which says nothing of the channel. */
const logged = (error: unknown) => void logBug(error)
