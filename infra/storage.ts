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
  /** Any second of so many days can be restored. */
  readonly recoveryDays: number

  constructor(scope: Construct, id: string, { keepData, unitsPerSecond }: StorageProps) {
    super(scope, id)
    // An entry that moves within an index is written twice.
    const inIndex = {
      maxReadRequestUnits: unitsPerSecond,
      maxWriteRequestUnits: 2 * unitsPerSecond,
    }
    this.recoveryDays = keepData ? 35 : 0
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
          ...inIndex,
        },
        {
          // In it only while a customer waits for a person, and by keys alone: a message more moves nothing.
          indexName: 'waiting',
          partitionKey: string('waiting'),
          sortKey: string('waitsSince'),
          projectionType: ProjectionType.KEYS_ONLY,
          ...inIndex,
        },
        {
          indexName: 'outbox',
          partitionKey: string('outbox'),
          sortKey: string('dueAt'),
          projectionType: ProjectionType.KEYS_ONLY,
          ...inIndex,
        },
      ],
      timeToLiveAttribute: 'expiresAt',
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: keepData,
        ...(keepData ? { recoveryPeriodInDays: this.recoveryDays } : {}),
      },
      deletionProtection: keepData,
      removalPolicy: keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    })
  }

  /** The table, for exactly these actions. */
  for(...actions: TableAction[]): Linkable {
    return this.allow(actions)
  }

  /** Items of these partitions alone, for exactly these actions. */
  within(partitions: string[] = [], ...actions: TableAction[]): Linkable {
    return this.allow(actions, {
      // Each of the actions names its partitions; Scan, which names none, is nobody's.
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions },
    })
  }

  /** Queries of these indexes. */
  by(...indexes: ('inbox' | 'waiting' | 'outbox')[]): Linkable {
    return {
      linkTo: (handler) =>
        handler.addToRolePolicy(
          new PolicyStatement({
            actions: ['dynamodb:Query'],
            resources: indexes.map((name) => `${this.table.tableArn}/index/${name}`),
          }),
        ),
    }
  }

  private allow(actions: TableAction[], conditions?: Record<string, object>): Linkable {
    const { tableArn, tableName } = this.table
    return {
      linkTo: (handler) => {
        handler.addEnvironment('TABLE_NAME', tableName)
        handler.addToRolePolicy(
          new PolicyStatement({
            actions: actions.map((action) => `dynamodb:${action}`),
            resources: [tableArn],
            conditions,
          }),
        )
      },
    }
  }
}
