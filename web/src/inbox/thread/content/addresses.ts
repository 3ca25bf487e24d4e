import { safeUrl } from './safe.ts'

export interface Address {
  from: number
  to: number
  href: string
}

/** What turns the direction of writing around could show another address than the one that opens. */
const addresses = /https?:\/\/[^\s<>"\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gi
const afterwards = new Set(".,;:!?'’”»*_~`]}")

/** The end of a sentence is no part of the address before it; a bracket is, if it was opened in it. */
function endOf(address: string): number {
  const opened = address.includes('(')
  let end = address.length
  for (; end > 0; end--) {
    const last = address[end - 1] ?? ''
    if (!afterwards.has(last) && (last !== ')' || opened)) break
  }
  return end
}

/** The web addresses in a text that may be opened. */
export function addressesIn(text: string): Address[] {
  return [...text.matchAll(addresses)].flatMap(({ 0: found, index: from }) => {
    const address = found.slice(0, endOf(found))
    const href = safeUrl(address)
    return href ? [{ from, to: from + address.length, href }] : []
  })
}
