import { budgets } from '../budgets.ts'
import { prices } from '../prices.ts'
import { idleOf, monthS, type Resources } from './idle.ts'

/**
 * What a call costs beside the API, in US dollars, if it comes from somebody without token or secret. Times
 * are careful guesses: checking a secret takes nothing, Cognito takes its time for a password.
 */
const run = (ms: number, gb = 1) => prices.invocation + ((gb * ms) / 1000) * prices.gbSecond
const line = 330 * prices.logByte

const strangers: [address: RegExp, usd: number][] = [
  [/^ANY \/webhook\//, run(5)],
  [/^POST \/api\/session$/, run(350) + line + prices.readUnit + 2 * prices.writeUnit],
  [/^(POST \/api\/session\/refresh|DELETE \/api\/session)$/, run(120) + line],
]

/** The one address to which deliveries go; they bring what customers write. */
const deliveries = 'ANY /webhook/whapi'

/** A delivery at its dearest: the bot answers each message, and of each answer WhatsApp tells three more things. */
const delivery = budgets.botTurn.usdPer1000 / 1000 / budgets.botTurn.httpCalls

interface Stage {
  StageName: string
  DefaultRouteSettings: { ThrottlingRateLimit: number }
  RouteSettings?: Record<string, { ThrottlingRateLimit: number }>
}

function priceOfCall(address: string): number {
  if (address === deliveries) return delivery
  const known = strangers.find(([pattern]) => pattern.test(address))
  if (!known) throw new Error(`Nobody has said what strangers cost at ${address}`)
  return prices.httpCall + known[1]
}

export interface Worst {
  /** Each public address, called as fast as it lets anybody, all month. */
  addresses: Record<string, number>
  sockets: number
  model: number
  idle: number
  total: number
}

/**
 * The dearest month that people without a password can make: strangers at every address that needs no token,
 * customers who write as fast as the webhook takes it, and a model that writes until its tokens are used up.
 * What needs a token is refused without charge; what CloudFront hands out is not in it, and throttled by nobody.
 */
export function worstOf(resources: Resources): Worst {
  const each = <Properties>(type: string) =>
    Object.values(resources)
      .filter(({ Type }) => Type === type)
      .map(({ Properties }) => Properties as Properties)
  const stages = each<Stage>('AWS::ApiGatewayV2::Stage')
  const rateOf = (stageName: string, route: string) => {
    const stage = stages.find(({ StageName }) => StageName === stageName)
    if (!stage) throw new Error(`There is no stage ${stageName}`)
    return (stage.RouteSettings?.[route] ?? stage.DefaultRouteSettings).ThrottlingRateLimit
  }
  // Routes of the socket's API have names, those of the HTTP API addresses.
  const open = each<{ RouteKey: string; AuthorizationType?: string }>('AWS::ApiGatewayV2::Route')
    .filter(
      ({ RouteKey, AuthorizationType }) => / \//.test(RouteKey) && AuthorizationType !== 'JWT',
    )
    .map(({ RouteKey }) => RouteKey)
  const addresses = Object.fromEntries(
    open.map((address) => [address, rateOf('$default', address) * monthS * priceOfCall(address)]),
  )
  const sockets = rateOf('ws', '$connect') * monthS * (run(10) + line)
  const tokens = each<{ Environment?: { Variables?: Record<string, string> } }>(
    'AWS::Lambda::Function',
  ).map(({ Environment }) => Number(Environment?.Variables?.BOT_TOKENS_A_DAY ?? 0))
  const model = 30 * Math.max(...tokens) * prices.token
  const idle = idleOf(resources)
  const total = Object.values(addresses).reduce((sum, usd) => sum + usd, sockets + model + idle)
  return { addresses, sockets, model, idle, total }
}
