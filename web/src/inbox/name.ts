import type { Chat } from '../../../shared/chat.ts'
import { readable } from '../../../shared/phone.ts'
import type { Text } from '../text/en.ts'

type Named = Pick<Chat, 'isGroup'> & { customer: Pick<Chat['customer'], 'name' | 'phone'> }

/** What a chat is called, in any case. */
export const nameOf = ({ customer: { name, phone }, isGroup }: Named, { list, customer }: Text) =>
  name || (phone ? readable(phone) : isGroup ? list.group : customer.hiddenPhone)

/** A customer's number, or why there is none. */
export const numberOf = ({ customer: { phone }, isGroup }: Chat, { list, customer }: Text) =>
  isGroup ? list.group : phone ? readable(phone) : customer.hiddenPhone
