import { create } from 'zustand'
import { type CustomerPage, customersContract } from '../../../../../shared/contract/customers.ts'
import type { Receipt } from '../../../../../shared/erasure.ts'
import { call } from '../../../api.ts'
import { codeOf } from '../../../api-error.ts'

export interface Erasing {
  /** How far it is, as last told. */
  receipt?: Receipt
  /** Why it stopped. */
  problem?: string
}

/** Who is being erased here, or was: by then there is no chat any more that could tell. */
export const useErasing = create<Record<string, Erasing>>(() => ({}))

const set = (chatId: string, erasing: Erasing) => useErasing.setState({ [chatId]: erasing })

/** Goes on until nothing is left; whoever comes back to it after a failure goes on where it stopped. */
export async function eraseCustomer(chatId: string): Promise<void> {
  let receipt = useErasing.getState()[chatId]?.receipt
  set(chatId, { ...(receipt && { receipt }) })
  try {
    do {
      receipt = await call(customersContract.eraseCustomer, { id: chatId })
      set(chatId, { receipt })
    } while (!receipt.done)
  } catch (error) {
    set(chatId, { ...(receipt && { receipt }), problem: codeOf(error) })
  }
}

/** Somebody writes again: the chat that comes is a new one. */
export const forgetErasing = (chatId: string) =>
  useErasing.setState(({ [chatId]: _, ...others }) => others, true)

/** All that is known of a customer, page by page, as one. */
export async function exportCustomer(id: string): Promise<Omit<CustomerPage, 'cursor'>> {
  let { cursor, ...all } = await call(customersContract.exportCustomer, { id })
  while (cursor) {
    const page = await call(customersContract.exportCustomer, { id, cursor })
    all = { ...all, messages: [...all.messages, ...page.messages] }
    cursor = page.cursor
  }
  return all
}

/** Puts it where the browser puts what is downloaded. */
export function save(name: string, content: object): void {
  const url = URL.createObjectURL(
    new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }),
  )
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
