import * as announce from '../announce.ts'
import type { ChannelNews } from '../news.ts'
import * as ChannelState from './channel-state.ts'

/** Remembers what a channel tells of itself, and tells everybody what changed. Is it back just now? */
export async function tell(news: ChannelNews): Promise<boolean> {
  const { before, now } = await ChannelState.remember(news)
  if (before.state !== now.state || before.code !== now.code) await announce.channelChanged(now)
  return before.state === 'disconnected' && now.state === 'connected'
}
