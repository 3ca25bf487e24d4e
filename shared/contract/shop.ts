import * as z from 'zod/mini'
import { BotTexts, BotTextsPatch } from '../answering/texts.ts'
import { ChannelHealth } from '../channel.ts'
import { Health } from '../health.ts'
import { Dismissal, Parked } from '../parked.ts'
import { route } from '../route.ts'
import { Settings, SettingsPatch } from '../settings.ts'
import { cursor, limit, nothing, pageOf } from './parts.ts'

/** How the channel is, and what the shop has decided. Answered by the `api` function. */
export const shopContract = {
  /**
   * Has the provider asked how the channel is, at once; when it is back, what waits goes out. The answer
   * is what was known before: `channel.changed` tells what came of it. `lately`: it was asked moments ago;
   * `used_up`: not today any more.
   */
  checkChannel: route(
    'POST /api/channel/check',
    nothing,
    z.object({ is: z.enum(['asked', 'lately', 'used_up']), channel: ChannelHealth }),
  ),
  listParked: route(
    'GET /api/parked',
    z.object({ cursor, limit, state: z._default(z.enum(['all', 'waiting', 'dismissed']), 'all') }),
    pageOf(Parked),
    { who: 'admin' },
  ),
  replayParked: route(
    'POST /api/parked/{id}/replay',
    z.object({ id: z.string() }),
    z.object({ stored: z.int(), parked: z.int() }),
    { who: 'admin' },
  ),
  /** Nothing is to be done about it; it is kept as it is, and waits no more. Again changes nothing. */
  dismissParked: route(
    'POST /api/parked/{id}/dismiss',
    z.object({ id: z.string() }),
    z.object({ dismissed: Dismissal }),
    { who: 'admin' },
  ),
  health: route('GET /api/health', nothing, Health, { who: 'admin' }),
  /** Puts the jobs that failed three times back on their queue. */
  replayQueue: route(
    'POST /api/queues/{queue}/replay',
    z.object({ queue: z.enum(['bot', 'outbound']) }),
    z.object({ replayed: z.int() }),
    { who: 'admin' },
  ),
  settings: route('GET /api/settings', nothing, Settings),
  changeSettings: route('PATCH /api/settings', SettingsPatch, Settings, { who: 'admin' }),
  /** What the bot says, and what it would say if the shop had nothing of its own. */
  botTexts: route(
    'GET /api/settings/bot',
    nothing,
    z.object({ texts: BotTexts, usual: BotTexts }),
    {
      who: 'admin',
    },
  ),
  /** What is left out stays; null goes back to the usual. */
  changeBotTexts: route('PATCH /api/settings/bot', BotTextsPatch, BotTexts, { who: 'admin' }),
}
