import { world } from '../world.ts'
import { type Cast, type Customer, fresh } from './cast.ts'

const words = [
  'halo',
  'halo',
  'berapa harga kaos?',
  'jam buka?',
  'ok',
  'terima kasih',
  'masih ada stok?',
  'hello, where are you?',
  'kirim ke Bandung bisa?',
]
const later = (ms: number, act: () => void) => void world().clock.in(ms, act)
/** Mostly somebody who has much to say, so that there are long chats too. */
const oneOf = (customers: Customer[]): Customer => {
  const { random } = world()
  return random.chance(0.4) && customers[0] ? customers[0] : random.pick(customers)
}

const say = ({ chat, name }: Customer, body: string, agoS = 0) =>
  world().provider.say({ chat, name, body, agoS })

/** Somebody does something to a message that was said before. */
function amend(fromMe: boolean, is: 'reaction' | 'edit' | 'delete') {
  const { provider, random, clock } = world()
  const mayBe = provider.held.filter((message) => is === 'reaction' || message.fromMe === fromMe)
  if (mayBe.length === 0) return
  const value = is === 'reaction' ? random.pick(['👍', '❤️', '']) : fresh('Maksud saya')
  provider.amend(random.pick(mayBe), { is, fromMe, value, atS: Math.floor(clock.now / 1000) })
}

/** What happens on the number: by customers, the owner on the phone, and other programs. */
export const numberActs = {
  /** Several texts in a few seconds, some with the same words. */
  burst: ({ customers }: Cast) => {
    const { random } = world()
    const customer = oneOf(customers)
    // Now and then just when the bot has waited long enough.
    const gapMs = () =>
      random.chance(0.75) ? random.between(0, 2_500) : random.between(3_700, 4_500)
    for (let i = random.whole(1, 4), at = 0; i > 0; i--, at += gapMs())
      later(at, () => say(customer, random.pick(words)))
  },
  /** Many at once, within one second. */
  rush: ({ customers }: Cast) => {
    const { random } = world()
    const customer = oneOf(customers)
    for (let i = random.whole(2, 5); i > 0; i--) say(customer, random.pick(words))
  },
  wantsPerson: ({ customers }: Cast) =>
    say(oneOf(customers), world().random.pick(['admin', 'saya mau bicara dengan orang'])),
  wantsBot: ({ customers }: Cast) => say(oneOf(customers), 'bot'),
  /** Written while we were away, delivered only now. */
  backlog: ({ customers }: Cast) => {
    const { random } = world()
    const customer = oneOf(customers)
    for (let i = random.whole(1, 3); i > 0; i--)
      say(customer, random.pick(words), random.whole(60, random.chance(0.5) ? 800 : 3_600))
  },
  command: ({ customers }: Cast) => {
    const { random } = world()
    const admin = customers.find(({ manages }) => manages)
    const { phone } = oneOf(customers)
    const modes = ['bot', 'agent', 'paused', 'closed']
    if (admin)
      say(
        admin,
        random.pick(['/list', '/help', `/close ${phone}`, `/mode ${phone} ${random.pick(modes)}`]),
      )
  },
  /** Nobody can read it. */
  garbage: () => {
    const { random, provider } = world()
    const mark = fresh('mark')
    const body = random.pick([
      `not json ${mark}`,
      JSON.stringify({ wonders: [mark] }),
      JSON.stringify({ messages: [{ id: mark, type: 'text' }] }),
    ])
    provider.deliveries.post(body, { parked: mark })
  },
  /** The owner answers on the phone. */
  phone: ({ customers }: Cast) =>
    world().provider.say({
      chat: oneOf(customers).chat,
      body: fresh('Dari HP'),
      fromMe: true,
    }),
  /** Another program on the same number. */
  program: ({ customers }: Cast) =>
    world().provider.say({
      chat: oneOf(customers).chat,
      body: fresh('Promo'),
      fromMe: true,
      source: 'api',
    }),
  /** The owner looks at a chat on the phone. */
  phoneReads: ({ customers }: Cast) => {
    const { provider } = world()
    const { chat } = oneOf(customers)
    const newest = provider.held.findLast((message) => message.chat === chat && !message.fromMe)
    if (newest) provider.status(newest, 'read')
  },
  logOut: () => {
    const { provider, random, faults } = world()
    if (provider.loggedOut || !random.chance(faults.rates.loggedOut ?? 0)) return
    provider.logOut(true)
    later(random.between(10_000, 240_000), () => provider.logOut(false))
  },
  reacts: () => amend(world().random.chance(0.3), 'reaction'),
  corrects: () => amend(world().random.chance(0.3), 'edit'),
  withdraws: () => amend(world().random.chance(0.3), 'delete'),
}
