/** An address that may be opened; undefined for what could run something, or shows another host than it opens. */
export function safeUrl(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined
  const { protocol, href, username, password } = new URL(address)
  if (username || password) return undefined
  return protocol === 'https:' || protocol === 'http:' ? href : undefined
}

/** A picture that came along with the message itself. */
export const safePicture = (address: string | undefined): string | undefined =>
  address && /^data:image\/(jpeg|png|webp|gif);base64,/.test(address) ? address : undefined
