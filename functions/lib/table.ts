import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { clientDefaults } from './aws.ts'
import { env } from './env.ts'

export const table = DynamoDBDocumentClient.from(new DynamoDBClient(clientDefaults), {
  marshallOptions: { removeUndefinedValues: true },
})

export const tableName = () => env('TABLE_NAME')

export const isConditionFailure = (error: unknown): error is ConditionalCheckFailedException =>
  error instanceof ConditionalCheckFailedException

const lostRace = ['ConditionalCheckFailed', 'TransactionConflict', 'ThrottlingError', 'None']

/**
 * Why a write lost a race, item by item in the order they were given; null when the error is anything
 * else, which no second try would mend.
 */
export function raceOf(error: unknown): string[] | null {
  if (isConditionFailure(error)) return ['ConditionalCheckFailed']
  if (error instanceof TransactionConflictException) return ['TransactionConflict']
  if (!(error instanceof TransactionCanceledException)) return null
  const reasons = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None')
  return reasons.every((reason) => lostRace.includes(reason)) ? reasons : null
}

/** A cursor is the key where a page ended; opaque to callers, checked on the way back in. */
export const cursorOf = (key: Record<string, unknown> | undefined): string | null =>
  key ? Buffer.from(JSON.stringify(key)).toString('base64url') : null
