import {
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb'
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import { strikes } from '../faults.ts'
import { running } from '../invocation.ts'
import { world } from '../world.ts'
import { outside, type Trouble } from './outside.ts'

type Command = { input: Record<string, unknown>; constructor: { name: string } }
type Key = { pk: string; sk: string }
type Item = Record<string, unknown>

const metadata = { $metadata: {}, message: 'struck by the simulation' }
const isTransaction = (command: Command) => command instanceof TransactWriteCommand
const isOne = (command: Command) =>
  command instanceof PutCommand ||
  command instanceof UpdateCommand ||
  command instanceof DeleteCommand

export const named = (name: string) =>
  Object.assign(new Error('struck by the simulation'), { name })

const keyIn = ({ pk, sk }: Item): Key => ({ pk: String(pk), sk: String(sk) })

/** The items a command may change. */
function touched({ input, ...command }: Command): Key[] {
  const one = (write: Item) => keyIn((write.Key ?? write.Item) as Item)
  const items = (input as { TransactItems?: Record<string, Item>[] }).TransactItems
  if (items) return items.flatMap((item) => Object.values(item).map(one))
  void command
  return [one(input)]
}

function execute(command: Command) {
  const { table, records, clock } = world()
  const run = () => table.execute(command as never)
  if (!isTransaction(command) && !isOne(command)) return run()
  const keys = touched(command)
  const output = run()
  const writer = running()
  records.written(
    keys.map((Key) => ({
      key: `${Key.pk} ${Key.sk}`,
      item: (
        table.execute(
          new GetCommand({ TableName: 'balas', Key, ConsistentRead: true }) as never,
        ) as { Item?: Item }
      ).Item,
    })),
    { writer: present ?? writer, step: clock.step, at: clock.now },
  )
  return output
}

/** Effects run in nobody's context; who asked is kept here. */
let present: ReturnType<typeof running>

function troubleOf(command: Command): Trouble {
  const transaction = isTransaction(command)
  const writes = transaction || isOne(command)
  if (strikes('throttled')) return { before: throttled(command) }
  if (strikes('unreachable')) return { before: named('TimeoutError') }
  if (writes && strikes('conflict')) return { before: conflict(command) }
  if (writes && strikes('answerLost')) return { after: named('TimeoutError') }
  // The SDK's second attempt; a transaction carries a token by which the table knows it again.
  if (writes && !transaction && strikes('askedTwice')) return { again: true }
  return undefined
}

const cancelled = (command: Command, Code: string) => {
  const { TransactItems = [] } = command.input as { TransactItems?: unknown[] }
  const struck = world().random.whole(0, TransactItems.length - 1)
  const CancellationReasons = TransactItems.map((_, i) => ({ Code: i === struck ? Code : 'None' }))
  return new TransactionCanceledException({ ...metadata, CancellationReasons })
}

const throttled = (command: Command) =>
  isTransaction(command) && world().random.chance(0.5)
    ? cancelled(command, 'ThrottlingError')
    : new ProvisionedThroughputExceededException(metadata)

const conflict = (command: Command) =>
  isTransaction(command)
    ? cancelled(command, 'TransactionConflict')
    : new TransactionConflictException(metadata)

/** Writes down where a message is found, before the message itself is written. */
const namesOne = (command: Command) =>
  command instanceof UpdateCommand && keyIn(command.input.Key as Item).pk.startsWith('ref#')

const slowMs = () => {
  const { random } = world()
  if (strikes('slowTable')) return random.between(100, 1_900)
  return random.chance(0.9) ? random.between(1, 12) : random.between(10, 80)
}

function wordsOf(command: Command): string {
  const { input } = command
  const name = command.constructor.name.replace('Command', '')
  if (name === 'TransactWrite' || name === 'Put' || name === 'Update' || name === 'Delete')
    return `${name} ${touched(command).map(short).join(' + ')}${updateIn(input)}`
  if (name === 'Get') return `Get ${short(keyIn(input.Key as Item))}`
  const values = Object.values((input.ExpressionAttributeValues as object) ?? {})
  return `${name} ${input.IndexName ?? ''} ${values.map((it) => String(it).slice(0, 32)).join(' ')}`
}

const updateIn = ({ UpdateExpression, ExpressionAttributeValues }: Item) =>
  UpdateExpression
    ? ` ${String(UpdateExpression)} ${JSON.stringify(ExpressionAttributeValues)}`
    : ''

const short = ({ pk, sk }: Key) =>
  `${pk.replace(/^(chat#.{6}).*/, '$1')}/${sk.length > 70 ? `${sk.slice(0, 70)}…` : sk}`

/** Every command to the table goes to the world's. */
export function standInForTable() {
  DynamoDBDocumentClient.prototype.send = function send(command: unknown) {
    const asked = command as Command
    const caller = running()
    return outside({
      what: () => wordsOf(asked),
      effect: () => {
        present = caller
        try {
          return execute(asked)
        } finally {
          present = undefined
        }
      },
      trouble: () => troubleOf(asked),
      latencyMs: slowMs,
      isHalf: namesOne(asked),
    })
  } as never
}
