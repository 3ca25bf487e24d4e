import { Hono } from 'hono'
import * as z from 'zod'
import {
  changeGroup,
  changeParticipants,
  createGroup,
  participantActions,
} from '../people/groups.ts'
import { bodyOf, invalid } from '../problem.ts'
import { Label } from '../state.ts'
import { announce } from '../webhook/deliveries.ts'
import { groupOf, type World } from '../world.ts'
import { knownGroup, Phone } from './who.ts'

const Subject = z.string().trim().min(1).max(100)
const Id = z.string().regex(/^[\d-]{10,31}@g\.us$/, 'not a group id')

const NewGroup = z.strictObject({
  subject: Subject,
  participants: z.array(Phone).min(1),
  id: Id.optional(),
})
const GroupChange = z.strictObject({ subject: Subject.optional(), avatar: z.url().optional() })
const ParticipantsChange = z.strictObject({
  action: z.enum(participantActions),
  participants: z.array(Phone).min(1),
})

/** Groups the shop is in, and the labels of its app. */
export const groupRoutes = (world: World): Hono =>
  new Hono()
    .post('/groups', async (c) => {
      const { subject, participants, id } = await bodyOf(c, NewGroup)
      if (id && groupOf(world, id)) throw invalid('id: this group exists')
      return c.json(createGroup(world, subject, participants, id), 201)
    })
    .patch('/groups/:id', async (c) => {
      const group = knownGroup(world, c.req.param('id'))
      changeGroup(world, group, await bodyOf(c, GroupChange))
      return c.json(group)
    })
    .post('/groups/:id/participants', async (c) => {
      const group = knownGroup(world, c.req.param('id'))
      const { action, participants } = await bodyOf(c, ParticipantsChange)
      changeParticipants(world, group, action, participants)
      return c.json(group)
    })
    .post('/labels', async (c) => {
      const label = await bodyOf(c, Label)
      world.state.labels = [...world.state.labels.filter(({ id }) => id !== label.id), label]
      world.changed()
      announce(world, 'labels', 'post', 'labels', { labels: [label] })
      return c.json(label, 201)
    })
    .delete('/labels/:id', (c) => {
      const id = c.req.param('id')
      world.state.labels = world.state.labels.filter((label) => label.id !== id)
      world.changed()
      announce(world, 'labels', 'delete', 'labels', { labels_removed: [id] })
      return c.json({ success: true })
    })
