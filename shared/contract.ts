import { cannedContract } from './contract/canned.ts'
import { chatsContract } from './contract/chats.ts'
import { customersContract } from './contract/customers.ts'
import { meContract } from './contract/me.ts'
import { messagesContract } from './contract/messages.ts'
import { numbersContract } from './contract/numbers.ts'
import { sessionContract } from './contract/session.ts'
import { shopContract } from './contract/shop.ts'
import { teamContract } from './contract/team.ts'

/** Everything the `api` function answers. */
export const inboxContract = {
  ...meContract,
  ...chatsContract,
  ...messagesContract,
  ...customersContract,
  ...cannedContract,
  ...shopContract,
  ...numbersContract,
}

/** The whole HTTP API. Infra creates these routes, the functions answer them, the web app calls them. */
export const contract = { ...sessionContract, ...teamContract, ...inboxContract }

/**
 * Where the provider delivers, by whatever method and with whatever ending; no authorizer, the function itself
 * wants the secret. Each address has a throttle of its own, so that there are few.
 */
export const webhookAddresses = ['ANY /webhook/whapi', 'ANY /webhook/whapi/{proxy+}'] as const
