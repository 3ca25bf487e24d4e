import parse from 'libphonenumber-js/core/es6'
import metadata from 'libphonenumber-js/min/metadata'

/** What is written without a country's code was written at home. */
const home = 'ID'

/** Brazil put a 9 before its mobile numbers, and WhatsApp still knows many customers without it. */
const withNinthDigit = (number: string) => number.replace(/^(\+55[1-9]\d)([6-9]\d{7})$/, '$19$2')

/**
 * The one E.164 spelling of what people and providers write: "0812-…" and "62 0812 …" are the same number.
 * Null if it is no number. A country we know no rules of keeps its digits.
 */
export function e164(written: string): string | null {
  const digits = written.replace(/\D/g, '')
  const international = `+${digits.replace(/^00/, '')}`
  const known = parse(/^0[1-9]/.test(digits) ? digits : international, home, metadata)?.number
  return /^\+[1-9]\d{6,14}$/.test(known ?? international)
    ? withNinthDigit(known ?? international)
    : null
}
