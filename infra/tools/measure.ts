import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import '../local/place.ts'
import { measureInBrowser } from './measure/browser/browser.ts'
import { type Measured, overBudget } from './measure/budgets.ts'
import { measureCost } from './measure/cost/cost.ts'
import { costTable } from './measure/cost/report.ts'
import { measureDashboard } from './measure/dashboard.ts'
import { measureDelays } from './measure/delays.ts'
import { measureFunctions } from './measure/functions.ts'
import { measureInbound } from './measure/inbound.ts'
import { monthlyOf, monthlyTable } from './measure/monthly/report.ts'
import { findStack } from './measure/stack.ts'

const { values } = parseArgs({
  allowNegative: true,
  options: {
    check: { type: 'boolean', default: false },
    /** What a browser makes of it takes more than a minute: `--no-browser` leaves it out. */
    browser: { type: 'boolean', default: true },
    /** Lighthouse's scores are taken several times and bind, too: for a machine that does nothing else. */
    thorough: { type: 'boolean', default: false },
  },
})

/** What is shipped and what a message costs, in numbers. Builds in `dir` and nowhere else. */
async function measure(dir: string): Promise<Measured> {
  const bundles = join(dir, 'bundles', 'functions')
  const functions = await measureFunctions(bundles, join(dir, 'default'))
  const dashboard = await measureDashboard(join(dir, 'web'))
  const cost = await measureCost(join(dir, 'counted'))
  const browser = values.browser ? await measureInBrowser(join(dir, 'site'), values.thorough) : null
  const counted = { functions, dashboard, cost, monthly: monthlyOf(cost), browser }
  const stack = await findStack()
  if (!stack) return { ...counted, inbound: null, delays: null, note: 'No local stack is running.' }
  const inbound = await measureInbound(join(bundles, 'webhook', 'index.mjs'), stack)
  return { ...counted, inbound, delays: await measureDelays(stack) }
}

const dir = await mkdtemp(join(tmpdir(), 'balas-measure-'))
try {
  const measured = await measure(dir)
  console.log(JSON.stringify(measured, null, 2))
  // `npm run -s` is for programs, which want nothing beside the JSON.
  if (process.env.npm_config_loglevel !== 'silent') {
    console.error(costTable(measured.cost))
    console.error(monthlyTable(measured.monthly))
  }
  const over = values.check ? overBudget(measured, values.thorough) : []
  for (const line of over) console.error(`Over budget: ${line}`)
  process.exitCode = over.length ? 1 : 0
  // Whoever names a stack wants its counts judged, and must not take their absence for a pass.
  if (values.check && process.env.BALAS_OUTPUTS && !measured.inbound)
    throw new Error('The stack that BALAS_OUTPUTS tells of does not answer.')
} finally {
  await rm(dir, { recursive: true, force: true })
}
