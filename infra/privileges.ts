import type { HandlerId } from './bundle.ts'

/** What the functions work with. `infra/proofs/privileges` knows which part of the stack each one is. */
export const resources = [
  'table',
  'inbox index',
  'waiting index',
  'outbox index',
  'bot jobs',
  'bot dead letters',
  'outbound jobs',
  'outbound dead letters',
  'webhook secret',
  'whapi token',
  'openai key',
  'people',
  'open sockets',
  'own log',
] as const
export type Resource = (typeof resources)[number]

/** What a function may ask of what, in the words of IAM. */
export type Privileges = Partial<Record<Resource, string[]>>

const table = (...operations: string[]) => operations.map((name) => `dynamodb:${name}`)
const pool = (...operations: string[]) => operations.map((name) => `cognito-idp:${name}`)

const send = ['sqs:SendMessage']
const query = table('Query')
const read = ['ssm:GetParameters']
/** Lambda itself takes the jobs, in the name of the worker. */
const work = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']
const always: Privileges = { 'own log': ['logs:CreateLogStream', 'logs:PutLogEvents'] }
/** To hang up on a browser is nobody's business. */
const push = ['execute-api:ManageConnections']

/**
 * Who may do what: all of it, and nothing else. Tests compare it with the policies that are deployed, and
 * with what the functions ask for while the stories are played (infra/proofs).
 */
export const privileges: Record<HandlerId, Privileges> = {
  webhook: {
    ...always,
    table: table('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'),
    // What waited for the channel goes on its way when the provider says that it is back.
    'outbox index': query,
    'bot jobs': send,
    'outbound jobs': send,
    'webhook secret': read,
    'open sockets': push,
  },
  api: {
    ...always,
    table: table('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'),
    'inbox index': query,
    'waiting index': query,
    'outbox index': query,
    'bot jobs': [...send, 'sqs:GetQueueAttributes'],
    'outbound jobs': [...send, 'sqs:GetQueueAttributes'],
    'bot dead letters': work,
    'outbound dead letters': work,
    'open sockets': push,
  },
  session: {
    ...always,
    table: table('GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'),
    people: pool('AdminInitiateAuth', 'AdminRespondToAuthChallenge', 'AdminGetUser'),
  },
  team: {
    ...always,
    table: table('GetItem', 'Query', 'PutItem', 'DeleteItem'),
    people: pool(
      'AdminCreateUser',
      'AdminSetUserPassword',
      'AdminAddUserToGroup',
      'AdminRemoveUserFromGroup',
      'AdminEnableUser',
      'AdminDisableUser',
      'AdminUserGlobalSignOut',
    ),
    // Whoever is shut out is told.
    'open sockets': push,
  },
  socket: {
    ...always,
    table: table('GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'),
    'outbound jobs': send,
    'open sockets': push,
  },
  bot: {
    ...always,
    // It changes what a model may still read today.
    table: table('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'),
    // Its commands list chats.
    'inbox index': query,
    'bot jobs': work,
    'outbound jobs': send,
    'openai key': read,
    'open sockets': push,
  },
  outbound: {
    ...always,
    table: table('GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'),
    'outbox index': query,
    'outbound jobs': [...work, ...send],
    'whapi token': read,
    'open sockets': push,
  },
  tick: {
    ...always,
    table: table('GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'),
    'inbox index': query,
    'outbox index': query,
    'bot jobs': send,
    'outbound jobs': send,
    'whapi token': read,
    'open sockets': push,
  },
}

/**
 * Which partitions of the table a function may touch, where that is not all: whom the public can talk to
 * before anybody has signed in reaches no chat. A name ending in `#*` stands for all that begin like it.
 */
export const partitions: Partial<Record<HandlerId, string[]>> = {
  session: ['users', 'attempt#*'],
  team: ['users', 'connections', 'settings'],
  socket: ['users', 'connections', 'settings', 'chat#*'],
}
