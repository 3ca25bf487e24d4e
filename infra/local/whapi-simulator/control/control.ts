import { Hono } from 'hono'
import { WhapiProblem } from '../problem.ts'
import type { World } from '../world.ts'
import { amendingRoutes } from './amending.ts'
import { customerRoutes } from './customers.ts'
import { deliveringRoutes } from './delivering.ts'
import { groupRoutes } from './groups.ts'
import { lookingRoutes } from './looking.ts'
import { routes } from './routes.ts'
import { steeringRoutes } from './steering.ts'
import { writingRoutes } from './writing.ts'

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
    .get('/', (c) => c.json(routes))
    .route('/', customerRoutes(world))
    .route('/', writingRoutes(world))
    .route('/', amendingRoutes(world))
    .route('/', groupRoutes(world))
    .route('/', deliveringRoutes(world))
    .route('/', lookingRoutes(world))
    .route('/', steeringRoutes(world))
