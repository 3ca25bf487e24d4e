import { Hono } from 'hono'
import { chatIdOf } from '../ids.ts'
import { groupOf } from '../people/groups.ts'
import { check, notFound } from '../problem.ts'
import type { Stored } from '../state.ts'
import { announce } from '../webhook/deliveries.ts'
import { customerOf, groupOf as known, type World } from '../world.ts'
import { To } from './content.ts'
import { pageOf } from './history.ts'

function chatOf(world: World, id: string, messages: Stored[]) {
  const last = messages.at(-1)?.message
  const group = known(world, id)
  const person = customerOf(world, id)
  return {
    id,
    name: person?.name ?? last?.chat_name ?? id.split('@')[0],
    type: 'contact',
    timestamp: last?.timestamp ?? 0,
    pin: false,
    mute: false,
    archive: false,
    read_only: false,
    not_spam: true,
    unread: messages.filter(({ tick }) => tick && tick !== 'read').length,
    unread_mention: false,
    ...(person?.avatar && { chat_pic: person.avatar }),
    ...(group && groupOf(world, group)),
    ...world.state.chats[id],
    last_message: last,
  }
}

const messagesOf = (world: World, id: string) =>
  world.state.messages.filter(({ message }) => message.chat_id === id)

/** All conversations, the most recently active first. */
export function chatsOf(world: World) {
  const byChat = Map.groupBy(world.state.messages, ({ message }) => message.chat_id)
  return [...byChat]
    .map(([id, messages]) => chatOf(world, id, messages))
    .sort((a, b) => b.timestamp - a.timestamp)
}

/** Tells of a chat's new last message, if such news is wanted. */
export function announceChat(world: World, id: string): void {
  if (!world.habits.chatEvents) return
  const messages = messagesOf(world, id)
  const after = chatOf(world, id, messages)
  if (messages.length === 1) {
    announce(world, 'chats', 'post', id, { chats: [after] })
    return
  }
  const before = chatOf(world, id, messages.slice(0, -1))
  const update = { before_update: before, after_update: after, changes: ['last_message', 'unread'] }
  announce(world, 'chats', 'patch', id, { chats_updates: [update] })
}

/** What the owner does to a chat itself on the phone: read, labelled, archived. */
export function changeChat(world: World, id: string, fields: Record<string, unknown>) {
  const before = chatOf(world, id, messagesOf(world, id))
  world.state.chats[id] = { ...world.state.chats[id], ...fields }
  world.changed()
  const after = chatOf(world, id, messagesOf(world, id))
  const update = { before_update: before, after_update: after, changes: Object.keys(fields) }
  announce(world, 'chats', 'patch', id, { chats_updates: [update] })
  return after
}

export const chatRoutes = (world: World): Hono =>
  new Hono()
    .get('/chats', (c) => c.json(pageOf(c, 'chats', chatsOf(world))))
    .get('/chats/:id', (c) => {
      const id = chatIdOf(check(To, c.req.param('id')))
      const chat = chatsOf(world).find((each) => each.id === id)
      if (!chat) throw notFound('chat')
      return c.json(chat)
    })
    .get('/groups', (c) => {
      const groups = world.state.groups.map((group) => groupOf(world, group))
      return c.json(pageOf(c, 'groups', groups))
    })
    .get('/groups/:id', (c) => {
      const group = known(world, c.req.param('id'))
      if (!group) throw notFound('group')
      return c.json(groupOf(world, group))
    })
    .get('/labels', (c) => c.json(world.state.labels))
