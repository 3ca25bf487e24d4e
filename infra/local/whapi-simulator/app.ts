import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { channelRoutes } from './api/channel.ts'
import { chatRoutes } from './api/chats.ts'
import { contactRoutes } from './api/contacts.ts'
import { gate, noting } from './api/gate.ts'
import { fileRoutes, mediaRoutes } from './api/media.ts'
import { messageRoutes } from './api/messages.ts'
import { presenceRoutes } from './api/presences.ts'
import { settingsRoutes } from './api/settings.ts'
import { controlRoutes } from './control/control.ts'
import { openaiRoutes } from './openai.ts'
import { pageRoutes } from './page/page.ts'
import { answerProblem, notFound, WhapiProblem } from './problem.ts'
import type { World } from './world.ts'

const tooLarge = bodyLimit({
  maxSize: 100 * 1024 * 1024,
  onError: () => {
    throw new WhapiProblem(413, 'too large')
  },
})

/** The page, the control API and the model need no token; the provider's API does. */
export const createApp = (world: World): Hono =>
  new Hono()
    .use(tooLarge)
    .route('/', pageRoutes())
    .route('/sim', controlRoutes(world))
    .route('/', openaiRoutes(world))
    .route('/', fileRoutes(world))
    .use(noting(world), gate(world))
    .route('/', messageRoutes(world))
    .route('/', chatRoutes(world))
    .route('/', contactRoutes(world))
    .route('/', presenceRoutes(world))
    .route('/', settingsRoutes(world))
    .route('/', channelRoutes(world))
    .route('/', mediaRoutes(world))
    .notFound((c) => answerProblem(notFound('address'), c))
    .onError((error, c) => answerProblem(error, c))
