export const round = (value: number, digits = 1) => Number(value.toFixed(digits))

export const kb = (bytes: number) => round(bytes / 1000)

/** The smallest value that so many percent of all values do not exceed. */
export function percentile(values: number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)]
  if (value === undefined) throw new Error('Of no values there is no percentile')
  return value
}
