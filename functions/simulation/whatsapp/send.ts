import { isFatal, strikes } from '../faults.ts'
import { nameOf, running } from '../invocation.ts'
import { world } from '../world.ts'
import { type Answer, answer, broken, refusal, timedOut } from './answers.ts'
import { type Held, held } from './messages.ts'
import { live } from './provider.ts'

/** What the provider makes of a send: its answer, and whether the message is on its way. */
function judge(): { takes: boolean; end: Answer | Error | undefined; inMs: number } {
  const { random, provider } = world()
  const inMs = random.between(20, 400)
  const no = (end: Answer | Error, ms = inMs) => ({ takes: false, end, inMs: ms })
  const yes = (end: Answer | Error | undefined, ms = inMs) => ({ takes: true, end, inMs: ms })
  if (provider.loggedOut) return no(refusal(401, 'need channel authorization'))
  if (strikes('sendRefused')) return no(broken('ECONNREFUSED'))
  if (strikes('sendTooMany')) return no(refusal(429, 'too many requests'))
  if (strikes('sendRejected')) return no(refusal(400, 'wrong recipient'))
  if (strikes('sendFails'))
    return no(random.chance(0.5) ? refusal(500, 'oops') : broken('ECONNRESET'))
  if (strikes('sendFailsAfter'))
    return yes(random.chance(0.5) ? refusal(502, 'bad gateway') : broken('ECONNRESET'))
  if (strikes('sendHangs')) return { ...no(timedOut(), 20_000), takes: random.chance(0.6) }
  if (strikes('sendSlow')) return yes(undefined, random.between(2_000, 19_000))
  return yes(undefined)
}

interface Text {
  to: string
  body: string
}

/** A send: noted when it is asked for, taken or not when it arrives, answered some time after that. */
export function send({ to, body }: Text): Promise<Answer> {
  const { clock, random, provider, note, records } = world()
  const caller = running()
  const asked = records.asked(caller, to, body)
  return new Promise((resolve, reject) => {
    clock.in(random.between(10, 150), () => {
      const dead = caller && !caller.alive
      if (dead && random.chance(0.5)) return
      const struck = caller && !dead && isFatal(caller.name)
      if (struck && random.chance(0.3)) return caller.kill('before the send')
      const { takes, end, inMs } = judge()
      let message: Held | undefined
      if (takes) {
        message = held({ chat: to, body, fromMe: true, source: 'api', ours: true })
        provider.held.push(message)
        asked.accepted = message.id
        const echo = message.payload
        const late = strikes('echoLate') ? random.between(1_000, 30_000) : 0
        clock.in(late + (random.chance(0.5) ? 0 : random.between(0, 3_000)), () =>
          provider.deliveries.tell('messages', echo),
        )
        live(provider, message)
      }
      note(
        nameOf(caller),
        () => `POST ${to}: ${body} ${message ? `taken as ${message.id}` : 'not taken'}`,
      )
      if (struck) return caller.kill('after the send')
      clock.in(inMs, () => {
        if (caller && !caller.alive) return
        if (end instanceof Error) {
          note(nameOf(caller), () => `hears of the send: ${end.message}`)
          return reject(end)
        }
        const heard = end ?? answer(200, { sent: true, message: message?.payload })
        note(nameOf(caller), () => `hears of the send: ${heard.status}`)
        resolve(heard)
      })
    })
  })
}
