import './testing/test-place.ts'
import { place } from './place.ts'
import { askToEnd, isRunning } from './supervision/control.ts'
import type { Count } from './testing/reports.ts'
import { budgets, deployment, format, inBrowser, types, vitest } from './testing/suites.ts'
import { copyTable } from './testing/table-copy.ts'
import { askedIn, recorded, startStack, type TestStack } from './testing/test-stack.ts'

const counts: Count[] = []
const note = async (suite: Promise<Count>) => void counts.push(await suite)
const browserDir = `${place.dir}-browser`

async function withoutStack() {
  await Promise.all([note(types()), note(format())])
  await note(vitest(['unit', 'web', 'infra']))
}

/** Stories wait for clocks more than they work. */
async function stories(stack: TestStack) {
  await recorded(stack, () => note(vitest(['story'], stack.env)))
  if (!interrupted) await note(deployment())
}

/** Works more than it waits, on tables and a stack of its own: it goes beside the stories. */
async function besideStories({ aws, env }: TestStack) {
  await note(vitest(['simulation']))
  const TABLE_NAME = await copyTable(aws.endpoint, String(env.TABLE_NAME), 'tests')
  await note(vitest(['table'], { ...env, TABLE_NAME }))
  if (!interrupted) await note(inBrowser(browserDir))
}

/** What was left behind is looked at when all stories are told. */
const traces = ({ env }: TestStack) =>
  vitest(['traces'], { ...env, BALAS_ASKED: [place.dir, browserDir].map(askedIn).join(',') })

// Whoever interrupts us waits for the stack to end.
let interrupted = false
process.on('SIGINT', () => {
  interrupted = true
})

async function everything() {
  const [stack] = await Promise.all([startStack(3100), withoutStack()])
  if (!stack) counts.push({ passed: 0, failed: ['No stack'] })
  if (!stack || interrupted) return
  await Promise.all([stories(stack), besideStories(stack)])
  if (interrupted) return
  await note(traces(stack))
  // Alone: it measures delays.
  await note(budgets(stack.env))
}

if (await isRunning()) {
  console.error('Tests are running here already.')
  process.exit(1)
}
await everything().finally(askToEnd)
const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.flatMap((count) => count.failed)
// Again, at the end: what was said meanwhile is long.
for (const failure of failed) console.log(`\nFailed: ${failure}`)
console.log(`\n${passed} passed, ${failed.length} failed`)
process.exit(failed.length || interrupted ? 1 : 0)
