import type { HandlerId } from '../../bundle.ts'

/** When these were the prices. */
export const pricesAsOf = '2026-11'

/**
 * What AWS asks in us-east-1, in US dollars, without free tiers: what is free for a year or up to some number
 * says nothing of what a message costs.
 */
export const prices = {
  /** https://aws.amazon.com/dynamodb/pricing/on-demand/ */
  writeUnit: 0.625 / 1e6,
  readUnit: 0.125 / 1e6,
  /** FIFO: https://aws.amazon.com/sqs/pricing/ */
  queueRequest: 0.5 / 1e6,
  /** https://aws.amazon.com/api-gateway/pricing/, HTTP API, for each 512 kB. */
  httpCall: 1 / 1e6,
  /** The same page, WebSocket API, for each 32 kB. */
  frame: 1 / 1e6,
  connectionMinute: 0.25 / 1e6,
  /** https://aws.amazon.com/lambda/pricing/, arm64. */
  invocation: 0.2 / 1e6,
  gbSecond: 0.0000133334,
  /** https://aws.amazon.com/cloudwatch/pricing/, $0.50 for each GB that is written. */
  logByte: 0.5 / 1e9,
  /** https://aws.amazon.com/kms/pricing/: to read a secret of SSM is free, to decrypt it is not. */
  decryption: 0.03 / 1e4,
  /** https://aws.amazon.com/dynamodb/pricing/on-demand/: a month of a GB that is stored, and that can be restored. */
  storedGb: 0.25,
  restorableGb: 0.2,
  /** https://aws.amazon.com/s3/pricing/ */
  fileGb: 0.023,
  /** https://aws.amazon.com/cloudwatch/pricing/: a month of an alarm, a metric of one's own, a dashboard. */
  alarm: 0.1,
  metric: 0.3,
  dashboard: 3,
  /** https://aws.amazon.com/cloudfront/pricing/: HTTPS requests. */
  edgeRequest: 0.01 / 1e4,
  /** https://openai.com/api/pricing/: what gpt-4.1-mini asks for a token that it writes; to read costs a quarter. */
  token: 1.6 / 1e6,
}

/** What each account gets every month for nothing, for ever, and a month's bill therefore leaves out. */
export const free = {
  queueRequests: 1e6,
  invocations: 1e6,
  gbSeconds: 400_000,
  logBytes: 5e9,
  decryptions: 20_000,
  storedGb: 25,
  alarms: 10,
  metrics: 10,
  dashboards: 3,
  edgeRequests: 10e6,
}

/**
 * What a warm call is billed for. Memory is that of infra/handler.ts. The time is a careful guess, and
 * fixed, so that the same code has the same price on every machine: calls to the table take less than 10 ms
 * each and some run in a row, a push takes 30 ms; at 256 MB a function has a sixth of a core, so that its
 * own work counts; and outbound waits for WhatsApp, which may take most of a second. A bot that asks a model
 * waits longer, and pays for the model: this is one that answers by itself.
 */
export const billed: Partial<Record<HandlerId, { gb: number; ms: number }>> = {
  webhook: { gb: 1, ms: 60 },
  api: { gb: 1, ms: 60 },
  bot: { gb: 0.25, ms: 150 },
  outbound: { gb: 0.25, ms: 800 },
}

/** What was used, by what it is billed for. */
export interface Usage {
  writeUnits: number
  readUnits: number
  queueRequests: number
  httpCalls: number
  invocations: Partial<Record<HandlerId, number>>
  frames: number
  logBytes: number
  decryptions: number
}

/** In US dollars, without storage, traffic, and what CloudFront asks for handing calls on. */
export function priceOf(usage: Usage): number {
  const functions = Object.entries(usage.invocations).map(([id, count]) => {
    const each = billed[id as HandlerId]
    if (!each) throw new Error(`Nobody has said how long ${id} runs`)
    return count * (prices.invocation + ((each.gb * each.ms) / 1000) * prices.gbSecond)
  })
  return (
    usage.writeUnits * prices.writeUnit +
    usage.readUnits * prices.readUnit +
    usage.queueRequests * prices.queueRequest +
    usage.httpCalls * prices.httpCall +
    usage.frames * prices.frame +
    usage.logBytes * prices.logByte +
    usage.decryptions * prices.decryption +
    functions.reduce((sum, price) => sum + price, 0)
  )
}
