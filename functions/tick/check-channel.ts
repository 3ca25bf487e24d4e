import { channelState } from '../channels/whapi/client.ts'
import { hear } from '../domain/channel/channel.ts'
import type { ChannelState } from '../domain/channel/channel-state.ts'
import * as ProviderCalls from '../domain/channel/provider-calls.ts'

const minute = 60_000

/** Long enough for somebody to link the number again; who takes longer waits no more for five minutes. */
const anxiousForMs = 120 * minute

/** The channel's own news and every call that succeeds keep what we know fresh; only what is old is asked for. */
export function isDue(
  { state, since, checkedAt }: ChannelState,
  somethingWaits: boolean,
  now: number,
): boolean {
  const lostForMs = now - Date.parse(since ?? '')
  const isAnxious = state === 'disconnected' && somethingWaits && lostForMs < anxiousForMs
  // Asked once in vain: it stays unknown until somebody answers.
  const isOpen = state === 'unknown'
  const everyMs = (isAnxious || isOpen ? 15 : 60) * minute
  return checkedAt === null || now - Date.parse(checkedAt) >= everyMs
}

/** Asks the provider how the channel is, when it is time to. When it is back, what waits goes on its way. */
export async function checkChannel(
  known: ChannelState,
  somethingWaits: () => Promise<boolean>,
  now: number,
): Promise<void> {
  const isLost = known.state === 'disconnected'
  if (!isDue(known, isLost && (await somethingWaits()), now)) return
  if (!(await ProviderCalls.spend('check', now))) return
  try {
    await hear({ code: await channelState() })
  } catch (error) {
    // It was asked all the same; once more at each tick would use up the day's calls.
    await hear({})
    throw error
  }
}
