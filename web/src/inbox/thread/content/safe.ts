/** An address that may be opened; undefined for what could run something. */
export function safeUrl(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined
  const { protocol, href } = new URL(address)
  return protocol === 'https:' || protocol === 'http:' ? href : undefined
}

/** A picture that came along with the message itself. */
export const safePicture = (address: string | undefined): string | undefined =>
  address && /^data:image\/(jpeg|png|webp|gif);base64,/.test(address) ? address : undefined
