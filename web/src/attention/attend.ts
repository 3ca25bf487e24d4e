import type { InboxEvent } from '../../../shared/events.ts'
import type { Inbox } from '../inbox/apply.ts'
import { placeNow } from '../place.ts'
import { isMuted, preferencesNow } from '../preferences.ts'
import { type News, newsIn } from './news.ts'
import { notify } from './notify.ts'
import { once } from './once.ts'
import { playTone, prepareTone } from './tone.ts'

/** The tab somebody is looking at goes first. */
const graceMs = 300

const isFront = () => !document.hidden && document.hasFocus()

/** Tells of a customer's new message, in one tab: by a tone, and by a notification if nobody looks at any of them. */
export function attend(signal: AbortSignal): (before: Inbox, events: InboxEvent[]) => void {
  const mayTell = once(signal)
  prepareTone(signal)

  async function tell(news: News) {
    const front = isFront()
    if (!(await mayTell(news.message.id, front ? 0 : graceMs))) return
    if (isMuted(news.chat.id) || (front && placeNow().chatId === news.chat.id)) return
    const { sound } = preferencesNow()
    const heard = sound !== false && playTone()
    if (!front) await notify(news, heard || sound === false)
  }
  return (before, events) => {
    for (const event of events) {
      const news = newsIn(before, event)
      if (news) void tell(news).catch(() => {})
    }
  }
}
