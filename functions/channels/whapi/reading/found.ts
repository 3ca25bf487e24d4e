import type { IgnoredName } from '../../../../shared/ignored.ts'
import type { Delivery } from '../delivery.ts'

type Lists = Omit<Delivery, 'unreadable' | 'ignored'>

/** What one item of a delivery brings; or the name of what it is, when nothing is made of it. */
export type Found = Partial<Lists> & { ignored?: IgnoredName }

/** What is known besides the item itself. */
export interface Occasion {
  channelId: string
  now: Date
  /** Its place in its list. */
  index: number
  /** What the envelope calls the event: post, put, patch or delete. */
  method: string | undefined
}

/** Reads one item. What it throws parks that item and no other. */
export type Reader = (item: unknown, occasion: Occasion) => Found

export const ignored = (name: IgnoredName): Found => ({ ignored: name })
