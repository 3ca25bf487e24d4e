import type { Client } from './client.ts'

/** Whom a story is about. */
export interface Cast {
  customers: Customer[]
  agents: Client[]
  admins: Client[]
}
export interface Customer {
  chat: string
  name: string
  phone: string
  /** May manage chats by message. */
  manages: boolean
}

let told = 0
export const restartTexts = () => {
  told = 0
}
/** Words that nobody said before. */
export const fresh = (words: string) => `${words} ${++told}`
