import { AttributeType, Billing, ProjectionType, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { RemovalPolicy } from 'aws-cdk-lib/core'
import { Construct } from 'constructs'
import type { Linkable } from './handler.ts'

/** What a function may be allowed to do with the table. Nobody may scan it. */
export type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'

export interface StorageProps {
  /** Keeps the table when the stack goes, and refuses to delete it by accident. */
  keepData: boolean
  /** The most read and write units a second: what an abuse can cost. */
  unitsPerSecond: number
}

const string = (name: string) => ({ name, type: AttributeType.STRING })

/** The one table: chats, messages, users, connections. */
export class Storage extends Construct {
  readonly table: TableV2

  constructor(scope: Construct, id: string, { keepData, unitsPerSecond }: StorageProps) {
    super(scope, id)
    this.table = new TableV2(this, 'table', {
      partitionKey: string('pk'),
      sortKey: string('sk'),
      billing: Billing.onDemand({
        maxReadRequestUnits: unitsPerSecond,
        maxWriteRequestUnits: unitsPerSecond,
      }),
      globalSecondaryIndexes: [
        {
          indexName: 'inbox',
          partitionKey: string('inbox'),
          sortKey: string('updatedAt'),
          projectionType: ProjectionType.ALL,
        },
        {
          // In it only while a customer waits for a person, and by keys alone: a message more moves nothing.
          indexName: 'waiting',
          partitionKey: string('waiting'),
          sortKey: string('waitsSince'),
          projectionType: ProjectionType.KEYS_ONLY,
        },
        {
          indexName: 'outbox',
          partitionKey: string('outbox'),
          sortKey: string('dueAt'),
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
      timeToLiveAttribute: 'expiresAt',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: keepData },
      deletionProtection: keepData,
      removalPolicy: keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    })
  }

  /** The table, for exactly these actions; queries may use the indexes too. */
  for(...actions: TableAction[]): Linkable {
    const { tableArn, tableName } = this.table
    const indexes = ['inbox', 'waiting', 'outbox'].map((name) => `${tableArn}/index/${name}`)
    return {
      linkTo: (handler) => {
        handler.addEnvironment('TABLE_NAME', tableName)
        handler.addToRolePolicy(
          new PolicyStatement({
            actions: actions.map((action) => `dynamodb:${action}`),
            resources: [tableArn],
          }),
        )
        if (!actions.includes('Query')) return
        handler.addToRolePolicy(
          new PolicyStatement({ actions: ['dynamodb:Query'], resources: indexes }),
        )
      },
    }
  }
}
