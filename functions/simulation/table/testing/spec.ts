import {
  BatchGetCommand,
  type BatchGetCommandInput,
  DeleteCommand,
  type DeleteCommandInput,
  GetCommand,
  type GetCommandInput,
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb'
import type { TableCommand } from '../memory-table.ts'
import type * as Write from '../write.ts'

type For<Input> = Omit<Input, 'TableName'>

export type Action =
  | { Put: For<Write.Put> }
  | { Update: For<Write.Update> }
  | { Delete: For<Write.Delete> }
  | { ConditionCheck: For<Write.ConditionCheck> }

/** A command that has no table yet. */
export type Spec =
  | { get: For<GetCommandInput> }
  | { batchGet: NonNullable<BatchGetCommandInput['RequestItems']>[string] }
  | { put: For<PutCommandInput> }
  | { update: For<UpdateCommandInput> }
  | { delete: For<DeleteCommandInput> }
  | { query: For<QueryCommandInput> }
  | { transact: Action[] }

export function commandOf(spec: Spec, TableName: string): TableCommand {
  if ('get' in spec) return new GetCommand({ TableName, ...spec.get })
  if ('batchGet' in spec)
    return new BatchGetCommand({ RequestItems: { [TableName]: spec.batchGet } })
  if ('put' in spec) return new PutCommand({ TableName, ...spec.put })
  if ('update' in spec) return new UpdateCommand({ TableName, ...spec.update })
  if ('delete' in spec) return new DeleteCommand({ TableName, ...spec.delete })
  if ('query' in spec) return new QueryCommand({ TableName, ...spec.query })
  const TransactItems = spec.transact.map((action) =>
    Object.fromEntries(
      Object.entries(action).map(([kind, input]) => [kind, { TableName, ...input }]),
    ),
  )
  return new TransactWriteCommand({ TransactItems })
}
