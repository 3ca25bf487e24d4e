import { create } from 'zustand'
import type { ChannelHealth } from '../../../shared/channel.ts'
import { Channel, type Chat } from '../../../shared/chat.ts'
import type { Counts } from '../../../shared/contract/chats.ts'
import { chatsContract } from '../../../shared/contract/chats.ts'
import { call } from '../api.ts'
import type { ById } from '../inbox/apply.ts'
import { useInbox } from '../inbox/store.ts'
import { useLive } from '../live/use-live.ts'

export const useCounts = create<Partial<Counts>>(() => ({}))

export const channelChanged = (channel: ChannelHealth) => useCounts.setState({ channel })

/** Is WhatsApp known to be out of reach? While nobody knows, it is not. */
export const useDisconnected = (): boolean =>
  useCounts(({ channel }) => channel?.state === 'disconnected')

/** The channels worth a place on the screen: WhatsApp, whatever else has chats, and the one that is asked for. */
export const useChannels = (asked: Channel | undefined): Channel[] => {
  const { channels } = useCounts()
  return Channel.options.filter((it) => it === 'whatsapp' || it === asked || channels?.[it])
}

/** Counting costs the server a query or two: no more often than this, however fast the news comes. */
const restMs = 2_000

/** Asks for the numbers, and how the channel is. */
export const loadCounts = async () => {
  const counts = await call(chatsContract.counts, {}).catch(() => undefined)
  if (counts) useCounts.setState(counts, true)
}

/** What of a chat the numbers depend on. */
const countedAs = (chat: Chat | undefined) =>
  chat && [chat.mode, chat.channel, chat.assigneeId, chat.unread, Boolean(chat.unsent)].join()

function isOtherwiseCounted(before: ById<Chat>, after: ById<Chat>): boolean {
  if (before === after) return false
  const isMoved = (id: string) =>
    before[id] !== after[id] && countedAs(before[id]) !== countedAs(after[id])
  for (const id in after) if (isMoved(id)) return true
  for (const id in before) if (isMoved(id)) return true
  return false
}

/** Counts again when a chat changed in a way that moves a number, and whenever all was fetched afresh. */
export function watchCounts(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let countedAt = 0

  const recount = () => {
    if (timer !== undefined) return
    timer = setTimeout(
      () => {
        timer = undefined
        countedAt = Date.now()
        void loadCounts()
      },
      Math.max(250, countedAt + restMs - Date.now()),
    )
  }
  const stops = [
    useLive.subscribe(({ syncs }, before) => syncs !== before.syncs && recount()),
    useInbox.subscribe(({ chats }, before) => {
      if (timer === undefined && isOtherwiseCounted(before.chats, chats)) recount()
    }),
  ]
  return () => {
    clearTimeout(timer)
    for (const stop of stops) stop()
  }
}

export const forgetCounts = () => useCounts.setState({}, true)
