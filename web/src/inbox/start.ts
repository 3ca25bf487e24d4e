import { live } from '../live/live.ts'
import { useLive } from '../live/use-live.ts'
import { freshToken } from '../session.ts'
import { channelChanged, forgetCounts, watchCounts } from '../sidebar/counts.ts'
import { forgetTeam } from '../team.ts'
import { emptyInbox } from './apply.ts'
import { forgetLists } from './lists.ts'
import { forgetPresence, notePresence } from './presence.ts'
import { forgetSync, resync } from './resync.ts'
import { receive, useInbox } from './store.ts'

/** Follows the news until the result is called, which also forgets all that was learnt. */
export function start(): () => void {
  const over = new AbortController()
  const stopCounting = watchCounts()
  void live({
    url: `${location.origin.replace(/^http/, 'ws')}/ws`,
    token: freshToken,
    receive: (event) => {
      receive(event)
      notePresence(event)
      if (event.type === 'channel.changed') channelChanged(event.channel)
    },
    resync,
    tell: (state) => useLive.setState({ state }),
    signal: over.signal,
  })
  return () => {
    over.abort()
    stopCounting()
    useInbox.setState(emptyInbox, true)
    forgetLists()
    forgetCounts()
    forgetPresence()
    forgetSync()
    forgetTeam()
  }
}
