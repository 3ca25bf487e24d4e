import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { handlerIds } from '../../bundle.ts'
import type { Asked } from '../../local/testing/recording/asked.ts'
import { parameterNames } from '../../names.ts'
import { partitions, privileges, type Resource } from '../../privileges.ts'

interface Played {
  asked: Asked[]
  stack: Record<string, string>
}

const secrets = parameterNames('local')
const queueName = (url = '') => url.split('/').at(-1) ?? ''

/** Things of a stack, by what a function calls them. */
const thingsOf = (stack: Played['stack']) =>
  new Map<string, Resource>([
    [String(stack.TableName), 'table'],
    [`${stack.TableName}/index/inbox`, 'inbox index'],
    [`${stack.TableName}/index/waiting`, 'waiting index'],
    [`${stack.TableName}/index/outbox`, 'outbox index'],
    [queueName(stack.BotQueueUrl), 'bot jobs'],
    [queueName(stack.BotDlqUrl), 'bot dead letters'],
    [queueName(stack.OutboundQueueUrl), 'outbound jobs'],
    [queueName(stack.OutboundDlqUrl), 'outbound dead letters'],
    [secrets.webhookSecret, 'webhook secret'],
    [secrets.whapiToken, 'whapi token'],
    [secrets.openaiKey, 'openai key'],
    [String(stack.UserPoolId), 'people'],
    ['POST @connections', 'open sockets'],
  ])

/** What the functions asked AWS for while all stories were played, on each stack (infra/local/test.ts). */
const asked = (process.env.BALAS_ASKED ?? '').split(',').flatMap((file) => {
  const { asked, stack }: Played = JSON.parse(readFileSync(file, 'utf8'))
  const things = thingsOf(stack)
  return asked.map((ask) => ({
    ...ask,
    thing: things.get(ask.on) ?? things.get(queueName(ask.on)),
  }))
})

function isListed({ thing, ...ask }: Asked & { thing: Resource | undefined }): boolean {
  const own = partitions[ask.by]
  return (
    thing !== undefined &&
    (privileges[ask.by][thing]?.includes(ask.action) ?? false) &&
    (thing !== 'table' || !own || own.includes(ask.partition ?? ''))
  )
}

test('no function asked for anything that the table of privileges does not list', () => {
  expect(asked.filter((ask) => !isListed(ask))).toEqual([])
})

test('every function was heard', () => {
  expect(new Set(asked.map(({ by }) => by))).toEqual(new Set(handlerIds))
})

/** Lambda does these itself, or only what goes wrong asks for them. */
const unheard = /^(logs:|sqs:)/

/** What no story needs to happen, and when it does. */
const seldom: Record<string, string> = {
  'session dynamodb:PutItem table': 'at the first sign-in of a person',
  'session cognito-idp:AdminGetUser people': 'at the first sign-in of a person',
  'team cognito-idp:AdminRemoveUserFromGroup people': 'when somebody gets another role',
  'team cognito-idp:AdminEnableUser people': 'when somebody may sign in again',
  'bot dynamodb:DeleteItem table': 'when a command tells browsers, and one is gone',
  'bot execute-api:ManageConnections open sockets': 'when a command tells browsers',
  'tick dynamodb:DeleteItem table': 'when what was found tells browsers, and one is gone',
  'tick execute-api:ManageConnections open sockets': 'when what was found tells browsers',
}

test('what the table lists is asked for, so that it lists nothing that nobody needs', () => {
  const heard = new Set(asked.map((ask) => `${ask.by} ${ask.action} ${ask.thing}`))
  const listed = handlerIds.flatMap((id) =>
    Object.entries(privileges[id]).flatMap(([thing, actions]) =>
      actions.filter((action) => !unheard.test(action)).map((action) => `${id} ${action} ${thing}`),
    ),
  )
  expect(listed.filter((each) => !heard.has(each) && !seldom[each])).toEqual([])
})
