import {
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import { sentFields } from '../../../../functions/simulation/table/marshal.ts'
import type { TableCommand } from '../../../../functions/simulation/table/memory-table.ts'
import type { Item } from '../../../../functions/simulation/table/values.ts'

export type Key = { pk: string; sk: string }
type Fields = Record<string, unknown>

export interface ItemWrite {
  key: Key
  /** The item itself, where the command brings the whole of it. */
  item?: Item
}

export type Read = { consistent?: boolean } & ({ key: Key } | { query: QueryCommandInput })

const keyIn = (fields: Fields): Key => ({ pk: String(fields.pk), sk: String(fields.sk) })

const putOf = (item: Fields): ItemWrite => ({ key: keyIn(item), item: sentFields(item) })
const changeOf = (key: Fields): ItemWrite => ({ key: keyIn(key) })

/** The items a command writes, or wants to; none where it reads. */
export function writesIn(command: TableCommand): ItemWrite[] {
  if (command instanceof PutCommand) return [putOf(command.input.Item ?? {})]
  if (command instanceof UpdateCommand || command instanceof DeleteCommand)
    return [changeOf(command.input.Key ?? {})]
  if (!(command instanceof TransactWriteCommand)) return []
  return (command.input.TransactItems ?? []).map(({ Put, Update, Delete, ConditionCheck }) =>
    Put ? putOf(Put.Item ?? {}) : changeOf((Update ?? Delete ?? ConditionCheck)?.Key ?? {}),
  )
}

/** What a command reads: each item by itself, but what a query reads in one. */
export function readsIn(command: TableCommand): Read[] {
  if (command instanceof GetCommand) {
    const { Key = {}, ConsistentRead: consistent } = command.input
    return [{ key: keyIn(Key), consistent }]
  }
  if (command instanceof BatchGetCommand)
    return Object.values(command.input.RequestItems ?? {}).flatMap(
      ({ Keys = [], ConsistentRead: consistent }) =>
        Keys.map((key) => ({ key: keyIn(key), consistent })),
    )
  if (command instanceof QueryCommand)
    return [{ query: unfiltered(command.input), consistent: command.input.ConsistentRead }]
  throw new Error(`Nobody has said what ${(command as object).constructor.name} costs`)
}

/** For people: the command, and the kinds of items it is about. */
export function wordsFor(command: TableCommand): string {
  const kinds = [
    ...writesIn(command).map(({ key }) => kindOf(key)),
    ...(writesIn(command).length ? [] : readsIn(command)).map((read) =>
      'key' in read ? kindOf(read.key) : (read.query.IndexName ?? kindOf(partitionOf(read.query))),
    ),
  ]
  return [command.constructor.name.replace('Command', ''), ...new Set(kinds)].join(' ')
}

const kindOf = ({ pk = '', sk = '' }: Partial<Key>) =>
  [pk, sk].flatMap((part) => part.split('#')[0] || []).join('/')

const partitionOf = ({ ExpressionAttributeValues = {} }: QueryCommandInput) => ({
  pk: String(ExpressionAttributeValues[':pk']),
})

/** A filter and a projection come after the bill. */
function unfiltered({
  FilterExpression: _filter,
  ProjectionExpression: _projection,
  ExpressionAttributeNames: names,
  ExpressionAttributeValues: values = {},
  ...query
}: QueryCommandInput): QueryCommandInput {
  const used = (fields: Fields) =>
    Object.fromEntries(
      Object.entries(fields).filter(([name]) =>
        new RegExp(`${name}\\b`).test(query.KeyConditionExpression ?? ''),
      ),
    )
  const kept = names && (used(names) as Record<string, string>)
  return {
    ...query,
    ...(kept && Object.keys(kept).length ? { ExpressionAttributeNames: kept } : {}),
    ExpressionAttributeValues: used(values),
  }
}
