import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { awsVariables } from './aws.ts'
import './place.ts'
import { firstFree } from './ports.ts'
import { Ready } from './ready.ts'
import { type Count, check, playwright, succeeds, vitest } from './suites.ts'

/** The tests' own stack, beside the one a person may be using. */
const dir = join('.local', 'test')

const counts: Count[] = []
const note = async (suite: Promise<Count>) => void counts.push(await suite)

async function withoutStack() {
  await note(check('node_modules/@biomejs/biome/bin/biome', 'check', '.'))
  await note(check('node_modules/typescript/bin/tsc', '--noEmit'))
  await note(vitest(['unit', 'web', 'infra']))
}

async function withStack(stack: NodeJS.ProcessEnv) {
  await succeeds('infra/local/stop.ts', [], stack)
  if (!(await succeeds('infra/local/start.ts', ['--fresh', '--exit-when-ready'], stack)))
    return void counts.push({ passed: 0, failed: 1 })
  const outputs = join(dir, 'outputs.json')
  const { aws, stack: deployed } = Ready.parse(JSON.parse(await readFile(outputs, 'utf8')))
  const env = {
    ...awsVariables(aws.endpoint),
    BALAS_OUTPUTS: outputs,
    TABLE_NAME: deployed.TableName,
  }
  await note(vitest(['story'], env))
  await note(playwright('web/e2e/playwright.config.ts', env))
  await note(vitest(['table'], env))
}

// Whoever interrupts us waits for the stack to end.
let interrupted = false
process.on('SIGINT', () => {
  interrupted = true
})

await withoutStack()
if (!interrupted) {
  const stack = {
    BALAS_DIR: dir,
    PORT: process.env.PORT ?? String(await firstFree(3100)),
    OPENAI: 'simulated',
    AWS_ENDPOINT_URL: '',
  }
  try {
    await withStack(stack)
  } finally {
    await succeeds('infra/local/stop.ts', [], stack)
  }
}
const total = (name: keyof Count) => counts.reduce((sum, it) => sum + it[name], 0)
console.log(`\n${total('passed')} passed, ${total('failed')} failed`)
process.exit(total('failed') || interrupted ? 1 : 0)
