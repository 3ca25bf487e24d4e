import { inboxContract } from '../../../../shared/contract.ts'
import { echo, tick, written } from './deliveries.ts'
import { agent, type Shop } from './shop.ts'

/** The customer writes, the bot answers, and WhatsApp tells of the answer what it tells. */
export async function botTurn(shop: Shop) {
  await answered(shop)
  await shop.deliver(tick('delivered'))
  await shop.deliver(tick('read'))
}

/** A turn of the bot as far as that its answer is on its way. */
export async function answered(shop: Shop) {
  await shop.deliver(written())
  await shop.work()
  await shop.deliver(echo())
}

const text =
  'Halo kak Sari, masih ada. Totalnya 190 ribu dengan ongkir ke Bandung, saya kirim hari ini juga ya.'

let drafts = 0

/** A person writes, and WhatsApp tells of it what it tells. */
export async function agentTurn(shop: Shop, chatId: string) {
  const id = `01KBMEASVRE${String(++drafts).padStart(15, '0')}`
  await shop.ask(inboxContract.sendMessage, { id, chatId, text })
  await shop.work()
  await shop.deliver(echo())
  await shop.deliver(tick('delivered'))
  await shop.deliver(tick('read'))
}

/** So that the chat lies still since ten minutes ago. */
export function rest({ cloud: { table } }: Shop, chatId: string) {
  const updatedAt = new Date(Date.now() - 10 * 60_000).toISOString()
  table.place([{ ...table.find({ pk: `chat#${chatId}`, sk: 'state' }), updatedAt }])
}

/** The agent takes the chat, so that people answer in it. */
export const take = (shop: Shop, chatId: string) =>
  shop.ask(inboxContract.changeChat, { chatId, assigneeId: agent.id })
