import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { expectNode } from './engine/prerequisites.ts'
import { place } from './place.ts'
import { blockOf, Ready } from './ready.ts'
import { Refusal } from './refusal.ts'
import { isRunning } from './supervision/control.ts'
import { launch } from './supervision/launch.ts'
import { keepUp, print } from './supervision/supervisor.ts'

const help = `npm start [-- options]: Balas on this machine

  --fresh            forget all data first
  --built            the built site, and code that does not follow its sources
  --exit-when-ready  return when all is up and leave it running (npm stop ends it)

  PORT=3000          the dashboard; the phone and the local AWS take the next two
  OPENAI=simulated   the bot asks a simulated model; OPENAI=<key> asks the real one
`

async function sayRunning(fresh: boolean): Promise<number> {
  console.log('Balas is already running. End it with npm stop.')
  const written = await readFile(place.outputs, 'utf8').catch(() => undefined)
  if (written) console.log(blockOf(Ready.parse(JSON.parse(written))))
  else console.log('It is not ready yet.')
  return fresh ? 1 : 0
}

async function start(): Promise<number | undefined> {
  const { values } = parseArgs({
    options: {
      fresh: { type: 'boolean', default: false },
      built: { type: 'boolean', default: false },
      'exit-when-ready': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) {
    console.log(help)
    return 0
  }
  expectNode()
  if (await isRunning()) return sayRunning(values.fresh)
  if (!values['exit-when-ready']) return void keepUp(values, print)
  return (await launch(values, print)) ? 0 : 1
}

try {
  const code = await start()
  if (code !== undefined) process.exit(code)
} catch (error) {
  const unclear = !(error instanceof Refusal) && !String(error).includes('ERR_PARSE_ARGS')
  console.error(unclear ? error : `${(error as Error).message}\n\n${help}`)
  process.exit(1)
}
