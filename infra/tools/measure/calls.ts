/** A request to AWS or the provider, from its arrival there to its answer. */
export interface Call {
  name: string
  start: number
  end: number
  writeUnits: number
  readUnits: number
}

/** The longest row of calls in which each waited for the one before it to end. */
export function longestRow(calls: Call[]): Call[] {
  const rows: Call[][] = []
  for (const call of calls.toSorted((a, b) => a.start - b.start)) {
    const before = rows.filter((row) => (row.at(-1)?.end ?? 0) <= call.start)
    const longest = before.reduce((best, row) => (row.length > best.length ? row : best), [])
    rows.push([...longest, call])
  }
  return rows.reduce((best, row) => (row.length > best.length ? row : best), [])
}

const reads = /^(Get|BatchGet|TransactGet|Query)/

interface Capacity {
  CapacityUnits?: number
}

/** Units of an answer of DynamoDB that was asked for them. */
export function unitsIn(operation: string, answer: string) {
  const { ConsumedCapacity = [] } = JSON.parse(answer) as {
    ConsumedCapacity?: Capacity | Capacity[]
  }
  const units = [ConsumedCapacity]
    .flat()
    .reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0)
  return reads.test(operation)
    ? { readUnits: units, writeUnits: 0 }
    : { readUnits: 0, writeUnits: units }
}
