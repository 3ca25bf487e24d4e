import { expect, test } from 'vitest'
import { asksOf } from './asked.ts'

const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'x' } })

const ask = (target: string, body: object) => asksOf('POST', '/', target, JSON.stringify(body))

test.each([
  [
    'an item by its partition',
    'DynamoDB_20120810.GetItem',
    { TableName: 'T', Key: key('chat#1') },
    [{ action: 'dynamodb:GetItem', on: 'T', partition: 'chat#*' }],
  ],
  [
    'a query by what it looks for',
    'DynamoDB_20120810.Query',
    {
      TableName: 'T',
      KeyConditionExpression: 'pk = :pk AND sk > :sk',
      ExpressionAttributeValues: { ':pk': { S: 'users' } },
    },
    [{ action: 'dynamodb:Query', on: 'T', partition: 'users' }],
  ],
  [
    'a query of an index',
    'DynamoDB_20120810.Query',
    { TableName: 'T', IndexName: 'inbox' },
    [{ action: 'dynamodb:Query', on: 'T/index/inbox' }],
  ],
  [
    'a transaction by its parts',
    'DynamoDB_20120810.TransactWriteItems',
    {
      TransactItems: [
        { Put: { TableName: 'T', Item: key('ref#1') } },
        { ConditionCheck: { TableName: 'T', Key: key('chat#1') } },
      ],
    },
    [
      { action: 'dynamodb:PutItem', on: 'T', partition: 'ref#*' },
      { action: 'dynamodb:ConditionCheckItem', on: 'T', partition: 'chat#*' },
    ],
  ],
  [
    'a batch by its keys',
    'DynamoDB_20120810.BatchGetItem',
    { RequestItems: { T: { Keys: [key('chat#1'), key('ref#2')] } } },
    [
      { action: 'dynamodb:BatchGetItem', on: 'T', partition: 'chat#*' },
      { action: 'dynamodb:BatchGetItem', on: 'T', partition: 'ref#*' },
    ],
  ],
  [
    'a batch of jobs as one job',
    'AmazonSQS.SendMessageBatch',
    { QueueUrl: 'Q' },
    [{ action: 'sqs:SendMessage', on: 'Q' }],
  ],
  [
    'each secret',
    'AmazonSSM.GetParameters',
    { Names: ['/a', '/b'] },
    [
      { action: 'ssm:GetParameters', on: '/a' },
      { action: 'ssm:GetParameters', on: '/b' },
    ],
  ],
  [
    'nothing for what needs no rights',
    'AWSCognitoIdentityProviderService.RevokeToken',
    { ClientId: 'c' },
    [],
  ],
  [
    'what nobody has foreseen, under its own name',
    'Kinesis_20131202.PutRecord',
    {},
    [{ action: 'Kinesis_20131202:PutRecord', on: '' }],
  ],
])('a request is written down as %s', (_, target, body, asked) => {
  expect(ask(target, body)).toEqual(asked)
})

test('a push is written down by its method', () => {
  expect(asksOf('POST', '/x/ws/@connections/abc', '', '{}')).toEqual([
    { action: 'execute-api:ManageConnections', on: 'POST @connections' },
  ])
})
