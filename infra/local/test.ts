import './testing/test-place.ts'
import { readFile } from 'node:fs/promises'
import { awsVariables } from './aws.ts'
import { place } from './place.ts'
import { firstFree } from './ports.ts'
import { Ready } from './ready.ts'
import { askToEnd, isRunning } from './supervision/control.ts'
import { launch } from './supervision/launch.ts'
import { print } from './supervision/supervisor.ts'
import { budgets, type Count, check, playwright, vitest } from './testing/suites.ts'
import { copyTable } from './testing/table-copy.ts'

const counts: Count[] = []
const note = async (suite: Promise<Count>) => void counts.push(await suite)

async function withoutStack() {
  await note(check('node_modules/@biomejs/biome/bin/biome', 'check', '.'))
  await note(check('node_modules/typescript/bin/tsc', '--noEmit'))
  await note(vitest(['unit', 'web', 'infra']))
  await note(vitest(['simulation']))
}

/** Tables of their own for those who test the table; the stories have the stack to themselves. */
async function withStack() {
  process.env.PORT ??= String(await firstFree(3100))
  if (!(await launch({ fresh: true, built: true, follow: true }, print)))
    return void counts.push({ passed: 0, failed: 1 })
  const { aws, stack } = Ready.parse(JSON.parse(await readFile(place.outputs, 'utf8')))
  const env = { ...awsVariables(aws.endpoint), BALAS_OUTPUTS: place.outputs }
  const TABLE_NAME = await copyTable(aws.endpoint, String(stack.TableName), 'tests')
  await note(vitest(['table'], { ...env, TABLE_NAME }))
  await note(vitest(['story'], { ...env, TABLE_NAME: stack.TableName }))
  await note(playwright('web/e2e/playwright.config.ts', env))
  await note(budgets(env))
}

// Whoever interrupts us waits for the stack to end.
let interrupted = false
process.on('SIGINT', () => {
  interrupted = true
})

if (await isRunning()) {
  console.error('Tests are running here already.')
  process.exit(1)
}
await withoutStack()
if (!interrupted) await withStack().finally(askToEnd)
const total = (name: keyof Count) => counts.reduce((sum, it) => sum + it[name], 0)
console.log(`\n${total('passed')} passed, ${total('failed')} failed`)
process.exit(total('failed') || interrupted ? 1 : 0)
