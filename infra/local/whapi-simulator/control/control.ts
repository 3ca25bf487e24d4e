import { Hono } from 'hono'
import { WhapiProblem } from '../problem.ts'
import type { World } from '../world.ts'
import { customerRoutes } from './customers.ts'
import { deliveringRoutes } from './delivering.ts'
import { lookingRoutes } from './looking.ts'
import { steeringRoutes } from './steering.ts'
import { writingRoutes } from './writing.ts'

const index = {
  'GET /sim/customers': 'who has a phone here',
  'POST /sim/customers': '{phone, name}',
  'GET /sim/chats/{phone}': 'the conversation as the customer sees it',
  'POST /sim/chats/{phone}/read': 'the customer looks at it (matters with autoRead off)',
  'POST /sim/messages': '{from, text, name?, id?, timestamp?, kind?, quoted?, lid?, …WHAPI fields}',
  'POST /sim/phone-messages': '{to, text, source?}: the owner writes on the phone',
  'POST /sim/phone-reads': '{from}: the owner reads on the phone',
  'POST /sim/presences': '{from, status}',
  'POST /sim/deliver': '{payload | rawBody, headers?, path?, method?, times?, concurrent?}',
  'POST /sim/redeliver': '{messageId, times?, concurrent?}',
  'GET /sim/sent?to=': 'what was accepted for sending',
  'GET /sim/calls?sends=true': 'every call to the provider, refused ones too',
  'GET /sim/deliveries': 'webhook deliveries with their attempts',
  'GET /sim/openai': 'what the model was asked',
  'GET|PUT /sim/settings':
    '{statusDelaysMs: {sent, delivered, read}, autoRead, batchMs, backoffMs, timeoutMs, pathNames, chatEvents, mode}',
  'GET|PUT|DELETE /sim/faults':
    '{double, reorder, delayMs, drop, timeoutAfterAccept, refuseBefore, status, answerDelayMs, noEcho, noStatuses, failAfterAccept, mediaExpired, useLid, loggedOut, openai}: true, a number, or {times, …}',
  'POST /sim/reset': '{settings?: true to forget the webhooks too}',
  'POST /sim/idle': '{timeoutMs?}: answers when nothing is pending, 504 otherwise',
  'GET /sim/events': 'server-sent events for the phone page',
}

/** Steers the simulator. Without a token: the server listens on this machine only, and pages of other origins are refused. */
export const controlRoutes = (world: World): Hono =>
  new Hono()
    .use(async (c, next) => {
      const origin = c.req.header('origin')
      if (origin && URL.parse(origin)?.host !== c.req.header('host')) {
        throw new WhapiProblem(403, 'not from another page')
      }
      await next()
    })
    .get('/', (c) => c.json(index))
    .route('/', customerRoutes(world))
    .route('/', writingRoutes(world))
    .route('/', deliveringRoutes(world))
    .route('/', lookingRoutes(world))
    .route('/', steeringRoutes(world))
