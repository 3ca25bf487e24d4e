import * as z from 'zod/mini'

/** What is left out on purpose, by its name: nothing of it belongs into a chat. */
export const IgnoredName = z.enum([
  'stories',
  'newsletters',
  'broadcasts',
  'pins',
  'votes',
  'comments',
  'event responses',
  'disappearing messages',
  'media notices',
  'presences',
  'noise',
  'logins',
  'labels',
  'service',
  'cleared chats',
  'removed chats',
  'pending receipts',
  'ringing calls',
  'chats without news',
  'requests to join',
  'QR codes without a picture',
  'other updates',
  'other fields',
])
export type IgnoredName = z.infer<typeof IgnoredName>
