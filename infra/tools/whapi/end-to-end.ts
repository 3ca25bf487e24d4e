import type { Team } from '../cloud/people.ts'
import { visit } from '../cloud/visitor.ts'
import { deliverTest, type TestDelivery } from './test-delivery.ts'

/** A delivery is made and heard again where agents would: at the other end of a socket. In milliseconds. */
export const seenEndToEnd = (
  team: Team,
  url: string,
  delivery: TestDelivery,
  { tries = 1 } = {},
): Promise<number> =>
  visit(team, url, async (visitor) => {
    await visitor.ping()
    const startedAt = performance.now()
    const id = await deliverTest(delivery, { tries })
    await visitor.hears((event) => event.type === 'tested' && event.id === id)
    return Math.round(performance.now() - startedAt)
  })
