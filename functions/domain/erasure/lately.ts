import type { Receipt } from '../../../shared/erasure.ts'
import { itemsUnder } from '../../lib/items.ts'
import { Erasure, pk, receiptOf } from './erasure.ts'

async function all(): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = []
  for await (const item of itemsUnder(pk)) items.push(item)
  return items
}

/** The last ones, newest first. */
export async function list(): Promise<Receipt[]> {
  const erasures = (await all()).filter(({ stage }) => stage).map((item) => Erasure.parse(item))
  return erasures.map(receiptOf).sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
}

/** The chats that went after this time, and what is newer than anything known of them. */
export async function goneSince(since: string): Promise<{ chatId: string; rev: number }[]> {
  return (await all())
    .filter(({ erasedAt }) => String(erasedAt ?? '') > since)
    .map(({ sk, rev }) => ({ chatId: String(sk), rev: Number(rev) }))
}

/** Up to when each chat has been erased, lately. */
export async function times(): Promise<Map<string, string>> {
  return new Map(
    (await all()).flatMap(({ sk, erasedAt }) => (erasedAt ? [[String(sk), String(erasedAt)]] : [])),
  )
}
