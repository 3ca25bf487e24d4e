import type { Text } from './en.ts'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** "340 kB", "9 bytes": how big a file is. */
export function fileSize(bytes: number, { tag }: Text): string {
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(bytes || 1) / 3)))
  return new Intl.NumberFormat(tag, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    // The short word for bytes has no plural.
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power > 1 ? 1 : 0,
  }).format(bytes / 1000 ** power)
}

/** "1:05": how long something plays. */
export function playTime(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const [first, ...rest] = parts[0] ? parts : parts.slice(1)
  return [first, ...rest.map((part) => String(part).padStart(2, '0'))].join(':')
}

/** An amount in its currency, or the bare number if nobody knows that currency. */
export function money(amount: number, currency: string | undefined, { tag }: Text): string {
  try {
    return new Intl.NumberFormat(tag, currency ? { style: 'currency', currency } : {}).format(
      amount,
    )
  } catch {
    return `${new Intl.NumberFormat(tag).format(amount)} ${currency}`
  }
}
