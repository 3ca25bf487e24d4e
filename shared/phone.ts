/** "+62 812-0000-0001": groups of digits that can be read aloud. */
export function readable(phone: string): string {
  const [, country, rest] = phone.match(/^\+(62|60|65|1|7|[2-9]\d)(\d+)$/) ?? []
  if (!country || !rest) return phone
  return `+${country} ${rest.replace(/^(\d{3})(\d{3,4})(\d*)$/, '$1-$2-$3').replace(/-$/, '')}`
}
