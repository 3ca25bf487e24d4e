import {
  BatchGetCommand,
  type BatchGetCommandOutput,
  DeleteCommand,
  type DeleteCommandOutput,
  GetCommand,
  type GetCommandOutput,
  PutCommand,
  type PutCommandOutput,
  QueryCommand,
  type QueryCommandOutput,
  TransactWriteCommand,
  type TransactWriteCommandOutput,
  UpdateCommand,
  type UpdateCommandOutput,
} from '@aws-sdk/lib-dynamodb'
import { unknown } from './errors.ts'
import { batchGet, get } from './get.ts'
import { query } from './query.ts'
import { Rows, type StaleRead } from './rows.ts'
import type { Schema } from './schema.ts'
import { change, put, remove } from './single.ts'
import { transact } from './transaction.ts'
import type { Item } from './values.ts'

export type TableCommand =
  | GetCommand
  | BatchGetCommand
  | QueryCommand
  | PutCommand
  | UpdateCommand
  | DeleteCommand
  | TransactWriteCommand

export type TableOutput =
  | GetCommandOutput
  | BatchGetCommandOutput
  | QueryCommandOutput
  | PutCommandOutput
  | UpdateCommandOutput
  | DeleteCommandOutput
  | TransactWriteCommandOutput

export interface Options {
  schema: Schema
  /** Asked, at each read that need not be consistent, whether it misses the last write of an item. */
  staleRead?: StaleRead
}

/**
 * One DynamoDB table in memory. It answers a command at once, with what the DocumentClient would return or
 * throw; what it cannot do it refuses, it never does half. It has no limit of throughput, and no commands
 * overlap in it, so that nothing is ever throttled or in conflict.
 */
export class MemoryTable {
  /** How many commands of each kind were executed. */
  readonly counts: Record<string, number> = {}
  readonly #rows: Rows

  constructor({ schema, staleRead }: Options) {
    this.#rows = new Rows(schema, staleRead)
  }

  execute(command: GetCommand): GetCommandOutput
  execute(command: BatchGetCommand): BatchGetCommandOutput
  execute(command: QueryCommand): QueryCommandOutput
  execute(command: PutCommand): PutCommandOutput
  execute(command: UpdateCommand): UpdateCommandOutput
  execute(command: DeleteCommand): DeleteCommandOutput
  execute(command: TransactWriteCommand): TransactWriteCommandOutput
  execute(command: TableCommand): TableOutput
  execute(command: TableCommand): TableOutput {
    const { name } = command.constructor
    this.counts[name] = (this.counts[name] ?? 0) + 1
    const rows = this.#rows
    if (command instanceof GetCommand) return get(rows, command.input)
    if (command instanceof QueryCommand) return query(rows, command.input)
    if (command instanceof PutCommand) return put(rows, command.input)
    if (command instanceof UpdateCommand) return change(rows, command.input)
    if (command instanceof DeleteCommand) return remove(rows, command.input)
    if (command instanceof BatchGetCommand) return batchGet(rows, command.input)
    if (command instanceof TransactWriteCommand) return transact(rows, command.input)
    throw unknown(name)
  }

  /** All items as they are now: the table's own, to be read and not changed. */
  items(): Iterable<Readonly<Item>> {
    return this.#rows.items()
  }
}
