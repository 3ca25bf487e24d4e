import type { InboxEvent } from '../../../shared/events.ts'
import type { User } from '../../../shared/user.ts'
import { gather } from '../live/gather.ts'
import { live } from '../live/live.ts'
import { tellState } from '../live/use-live.ts'
import { freshToken, renew, useSession } from '../session.ts'
import { channelChanged, forgetCounts, watchCounts } from '../sidebar/counts.ts'
import { loadLater } from '../soon.ts'
import { forgetTeam } from '../team.ts'
import { emptyInbox } from './apply.ts'
import { claimDraftTexts, forgetDraftTexts } from './composer/draft-text.ts'
import { forgetSelection } from './list/later/selection.ts'
import { forgetLists, listOnItsWay } from './lists.ts'
import { forgetPeople } from './people.ts'
import { forgetPresence, notePresence } from './presence.ts'
import { forgetSync, resync } from './resync.ts'
import { receiveAll, useInbox } from './store.ts'
import { forgetViewing, noteViewing } from './viewing/viewing.ts'

/** Who was writing just then may not have known yet who may hear of it. */
const settlesMs = 10_000

/** Fetches what came into sight, and once more what was written meanwhile. */
function lookAgain(signal: AbortSignal) {
  const look = () => void (signal.aborted || resync().catch(() => {}))
  look()
  setTimeout(look, settlesMs)
}

/** Follows the news until the result is called, which also forgets all that was learnt. */
export function start(user: Pick<User, 'id'>): () => void {
  const over = new AbortController()
  claimDraftTexts(user.id)
  const later = loadLater().then(
    ({ beside }) => beside(user, over.signal),
    // Without it the news still comes.
    () => undefined,
  )
  const stopCounting = watchCounts()
  void live({
    url: `${location.origin.replace(/^http/, 'ws')}/ws`,
    token: freshToken,
    receive: gather<InboxEvent>((events) => {
      if (over.signal.aborted) return
      const before = useInbox.getState()
      receiveAll(events)
      void later.then((it) => it?.tell(before, events))
      for (const event of events) {
        notePresence(event)
        noteViewing(event)
        if (event.type === 'channel.changed') channelChanged(event.channel)
        if (event.type === 'settings.changed') lookAgain(over.signal)
        // Whether it is so, the server says: a refusal ends the session here.
        if (event.type === 'signed.out') void renew().catch(() => {})
      }
    }),
    // What was here before is shown, and the list is awaited: what changed since then is asked for, not everything.
    resync: () =>
      later
        .then((it) => it?.recalled)
        .then(listOnItsWay)
        .then(resync),
    tell: tellState,
    signal: over.signal,
  })
  return () => {
    over.abort()
    stopCounting()
    useInbox.setState(emptyInbox, true)
    forgetLists()
    forgetSelection()
    forgetCounts()
    forgetPeople()
    forgetPresence()
    forgetSync()
    forgetTeam()
    forgetViewing()
    if (useSession.getState().state === 'out') forgetDraftTexts()
  }
}
