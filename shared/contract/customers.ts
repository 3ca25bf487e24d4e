import * as z from 'zod/mini'
import { Chat } from '../chat.ts'
import { Receipt } from '../erasure.ts'
import { Message } from '../message.ts'
import { route } from '../route.ts'
import { cursor, nothing } from './parts.ts'

/** As it is stored: with what it said before, also of one that was deleted in WhatsApp. */
const ExportedMessage = z.extend(Message, {
  versions: z.optional(z.array(z.object({ text: z.string(), until: z.string() }))),
})

/** A page of all that is known of a customer, oldest first. */
export const CustomerPage = z.object({
  exportedAt: z.string(),
  /** How WhatsApp knows them. */
  ids: z.array(z.string()),
  chat: Chat,
  messages: z.array(ExportedMessage),
  cursor: z.nullable(z.string()),
})
export type CustomerPage = z.infer<typeof CustomerPage>

/** What a customer may ask of a shop by law; a customer goes by the id of their chat. Answered by the `api` function. */
export const customersContract = {
  exportCustomer: route(
    'GET /api/customers/{id}',
    z.object({ id: z.string(), cursor }),
    CustomerPage,
    { who: 'admin' },
  ),
  /**
   * Erases all there is of a customer, some at a time: to be called again until it is `done`. What they write
   * afterwards, and what WhatsApp delivers once more, begins a new chat. 404 where there is no such chat and none was erased.
   */
  eraseCustomer: route('DELETE /api/customers/{id}', z.object({ id: z.string() }), Receipt, {
    who: 'admin',
  }),
  /** Whom was erased lately: what has to be erased again if the table is restored to a time before. */
  listErasures: route('GET /api/erasures', nothing, z.object({ items: z.array(Receipt) }), {
    who: 'admin',
  }),
}
