/** E.164 out of what people and providers write: "0812-…" is taken as Indonesian. Null if it is no number. */
export function e164(written: string): string | null {
  const digits = written.replace(/\D/g, '').replace(/^00/, '').replace(/^0/, '62')
  return /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : null
}

/** "+62 812-0000-0001": groups of digits that can be read aloud. */
export function readable(phone: string): string {
  const [, country, rest] = phone.match(/^\+(62|60|65|1|7|[2-9]\d)(\d+)$/) ?? []
  if (!country || !rest) return phone
  return `+${country} ${rest.replace(/^(\d{3})(\d{3,4})(\d*)$/, '$1-$2-$3').replace(/-$/, '')}`
}
