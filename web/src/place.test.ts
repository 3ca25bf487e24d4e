import { expect, test } from 'vitest'
import { hrefOf, placeOf } from './place.ts'

test.each([
  '/dashboard-agent',
  '/dashboard-admin?view=mine&mode=bot',
  '/dashboard-agent/chats/a%2Fb%3Ac?q=sari',
  '/dashboard-agent/chats/chat1/customer?channel=email',
  '/dashboard-agent/chats/chat1?view=mine&m=01K9',
  '/dashboard-admin?assignee=none&unread=true',
  '/dashboard-admin?view=mine&mode=agent&channel=whatsapp&unanswered=true&sort=waiting&q=kaos',
])('%s is a place and a link alike', (href) => {
  const [path = '', search = ''] = href.split('?')
  expect(hrefOf(placeOf(path, search))).toBe(href)
})

test('what the URL asks for and nobody knows is passed over', () => {
  const { filter } = placeOf(
    '/dashboard-agent',
    'view=theirs&mode=asleep&channel=pigeon&unread=1&unanswered=no&sort=name',
  )
  expect(filter).toEqual({ view: 'all' })
})

test('a message is of the chat that is open, and of no other place', () => {
  const place = placeOf('/dashboard-agent/chats/chat1', 'm=01K9')
  expect(place.messageId).toBe('01K9')
  const { chatId: _, ...list } = place
  expect(hrefOf(list)).toBe('/dashboard-agent')
  expect(placeOf('/dashboard-agent', 'm=01K9')).not.toHaveProperty('messageId')
})
