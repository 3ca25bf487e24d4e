import type { ChannelNews } from '../news.ts'
import { resume } from '../sending/due.ts'
import { tell } from './channel-news.ts'
import * as TestDelivery from './test-delivery.ts'

/**
 * Takes in what a channel tells of itself: remembers it, tells everybody if something changed, and when it
 * is back lets go what waited for it.
 */
export async function hear(news: ChannelNews): Promise<void> {
  if (news.test !== undefined) return TestDelivery.arrived(news.test)
  if (await tell(news)) await resume()
}
