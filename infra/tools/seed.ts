import { parseArgs } from 'node:util'
import '../local/place.ts'
import { Refusal } from '../local/refusal.ts'
import { seed } from './seed/seed.ts'
import { localTarget, stageTarget } from './seed/target.ts'

const help = `npm run seed [-- options]: made-up chats for the stack on this machine

  --chats 40      so many chats, the newest ones of today
  --long 150      so many messages in the newest chat, of every kind there is
  --stage <name>  a stage on AWS instead, in this shell's account and region

What is there stays. Every run adds chats, with numbers that nobody can have (+62 84…).
`

const most = 100_000

function countOf(name: string, written: string, least: number): number {
  const count = Number(written)
  if (!Number.isInteger(count) || count < least || count > most)
    throw new Refusal(`--${name} is "${written}"; it must be a number from ${least} to ${most}.`)
  return count
}

async function main() {
  const { values } = parseArgs({
    options: {
      chats: { type: 'string', default: '40' },
      long: { type: 'string', default: '150' },
      stage: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return console.log(help)
  const wanted = { chats: countOf('chats', values.chats, 1), long: countOf('long', values.long, 0) }
  const target = values.stage === undefined ? await localTarget() : await stageTarget(values.stage)
  const startedAt = performance.now()
  const { chats, messages, first } = await seed(target, wanted, (count, of) => {
    if (process.stdout.isTTY) process.stdout.write(`\r${count} of ${of} items`)
  })
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[K')
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`${chats} chats with ${messages} messages are in ${target.tableName} (${seconds} s).`)
  console.log(`The newest is with ${first.name}: ${first.messages} messages.`)
  if (target.url) console.log(`Look at them: ${target.url} (an open dashboard wants a reload).`)
}

try {
  await main()
} catch (error) {
  const unclear = !(error instanceof Refusal) && !String(error).includes('ERR_PARSE_ARGS')
  console.error(unclear ? error : `${(error as Error).message}\n\n${help}`)
  process.exitCode = 1
}
