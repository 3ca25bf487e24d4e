import type { IgnoredName } from '../../../../shared/ignored.ts'
import { readChanged, readChat } from './chats.ts'
import { otherFields } from './envelope.ts'
import { ignored, type Reader } from './found.ts'
import { readParticipants } from './groups.ts'
import { readMessage } from './message.ts'
import { readCall, readHealth, readPresence, readQr, readTest, readUser } from './others.ts'
import { readStatus } from './receipts.ts'
import { Unreadable } from './unreadable.ts'
import { readRemoved, readUpdate } from './updates.ts'

const leaveOut =
  (name: IgnoredName): Reader =>
  () =>
    ignored(name)

/** What reads the items of each field of a delivery; the singular names are those of older settings. */
export const readers = new Map<string, Reader>([
  ['messages', readMessage],
  ['message', readMessage],
  ['messages_updates', readUpdate],
  ['messages_removed', readRemoved],
  // The archive stays: somebody has tidied up on the phone.
  ['messages_removed_all', leaveOut('cleared chats')],
  ['statuses', readStatus],
  ['status', readStatus],
  ['ack', readStatus],
  ['chats', readChat],
  ['chat', readChat],
  ['chats_updates', readChanged],
  ['chats_removed', leaveOut('removed chats')],
  ['contacts', readChat],
  ['contacts_updates', readChanged],
  ['groups', readChat],
  ['groups_updates', readChanged],
  ['groups_participants', readParticipants],
  ['presences', readPresence],
  ['calls', readCall],
  // Which chat has which label is told with the chats.
  ['labels', leaveOut('labels')],
  ['labels_removed', leaveOut('labels')],
  ['health', readHealth],
  ['qr', readQr],
  ['user', readUser],
  ['balas_test', readTest],
  ['service', leaveOut('service')],
  [otherFields, leaveOut(otherFields)],
  [
    'errors',
    () => {
      throw new Unreadable('The provider reports an error', { code: 'provider_error' })
    },
  ],
])

export const readUnknown: Reader = () => {
  throw new Unreadable('It has a field that is not understood', { code: 'new_field' })
}
