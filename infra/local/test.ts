import './testing/test-place.ts'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { awsVariables } from './aws.ts'
import { place } from './place.ts'
import { firstFree } from './ports.ts'
import { Ready } from './ready.ts'
import { askToEnd, isRunning } from './supervision/control.ts'
import { launch } from './supervision/launch.ts'
import { print } from './supervision/supervisor.ts'
import { record } from './testing/recording/record.ts'
import {
  budgets,
  type Count,
  deployment,
  format,
  playwright,
  types,
  vitest,
} from './testing/suites.ts'
import { copyTable } from './testing/table-copy.ts'

const counts: Count[] = []
const note = async (suite: Promise<Count>) => void counts.push(await suite)

async function startStack() {
  process.env.PORT ??= String(await firstFree(3100))
  if (!(await launch({ fresh: true, built: true, follow: true }, print)))
    return void counts.push({ passed: 0, failed: 1 })
  const { aws, stack } = Ready.parse(JSON.parse(await readFile(place.outputs, 'utf8')))
  const env = { ...awsVariables(aws.endpoint), BALAS_OUTPUTS: place.outputs }
  return { aws, stack, env, tableName: String(stack.TableName) }
}
type Stack = NonNullable<Awaited<ReturnType<typeof startStack>>>

async function withoutStack() {
  await Promise.all([note(types()), note(format())])
  await note(vitest(['unit', 'web', 'infra']))
}

/** Stories wait for clocks more than they work. What they leave behind is looked at when they are told. */
async function stories({ aws, stack, env, tableName }: Stack) {
  const recording = await record(aws.endpoint, stack)
  await note(vitest(['story'], { ...env, TABLE_NAME: tableName }))
  await note(playwright('web/e2e/playwright.config.ts', env))
  const BALAS_ASKED = join(place.dir, 'asked.json')
  await writeFile(BALAS_ASKED, JSON.stringify(recording.asked(), null, 2))
  await note(vitest(['traces'], { ...env, BALAS_ASKED }))
  await recording.end()
}

/** Works more than it waits, and has a table of its own: it goes beside the stories. */
async function besideStories({ aws, env, tableName }: Stack) {
  await note(vitest(['simulation']))
  const TABLE_NAME = await copyTable(aws.endpoint, tableName, 'tests')
  await note(vitest(['table'], { ...env, TABLE_NAME }))
}

// Whoever interrupts us waits for the stack to end.
let interrupted = false
process.on('SIGINT', () => {
  interrupted = true
})

async function everything() {
  const [stack] = await Promise.all([startStack(), withoutStack()])
  if (!stack || interrupted) return
  await Promise.all([stories(stack), besideStories(stack)])
  if (!interrupted) await note(deployment())
  // Alone: it measures delays.
  if (!interrupted) await note(budgets(stack.env))
}

if (await isRunning()) {
  console.error('Tests are running here already.')
  process.exit(1)
}
await everything().finally(askToEnd)
const total = (name: keyof Count) => counts.reduce((sum, it) => sum + it[name], 0)
console.log(`\n${total('passed')} passed, ${total('failed')} failed`)
process.exit(total('failed') || interrupted ? 1 : 0)
