import type { Usage } from '../prices.ts'
import { createCloud } from './cloud.ts'
import { furnish, type Size } from './furnish.ts'
import { type Scenario, scenarios } from './scenarios.ts'
import { openShop } from './shop.ts'
import { standIn } from './stand-ins.ts'

/** What a scenario used: while the functions remember what they keep in mind, and while they do not. */
export interface Counted {
  usual: Usage
  afterAPause: Usage
  /** What the table was asked for in the usual case, in words. */
  bill: string[]
}

/** Plays every scenario in a shop of this size, each in the same shop, with its functions in `dir`. */
async function countAt(size: Size, dir: string): Promise<Record<string, Counted>> {
  const cloud = createCloud()
  standIn(cloud)
  const shop = openShop(cloud, dir)
  const chatId = await furnish(shop, dir, size)

  async function count({ before, play }: Scenario, isAfterAPause: boolean) {
    await before?.(shop, chatId)
    if (isAfterAPause) shop.restart()
    cloud.used()
    await play(shop, chatId)
    const used = cloud.used()
    if (cloud.jobs.length || cloud.troubles.length)
      throw new Error(`Not all of it was done: ${[...cloud.jobs, ...cloud.troubles].join()}`)
    cloud.table.undo()
    return used
  }

  const counted: Record<string, Counted> = {}
  for (const [name, scenario] of Object.entries<Scenario>(scenarios)) {
    const { usage: afterAPause } = await count(scenario, true)
    const { usage: usual, bill } = await count(scenario, false)
    counted[name] = { usual, afterAPause, bill }
  }
  return counted
}

// A process of its own, since in it AWS is not AWS any more (cost.ts).
const [dir = '', ...sizes] = process.argv.slice(2)
const counted: Record<string, Counted>[] = []
for (const size of sizes) counted.push(await countAt(JSON.parse(size), dir))
process.send?.(counted)
