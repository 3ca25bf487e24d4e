import { beforeAll, describe, expect, test } from 'vitest'
import { handlerIds } from '../../bundle.ts'
import { partitions, privileges } from '../../privileges.ts'
import { policyOf, type Resources, resourcesOf } from '../template.ts'
import { arnsOf, strangersOf } from './arns.ts'
import { mayDo } from './ask.ts'

let stack: Resources
beforeAll(() => {
  stack = resourcesOf()
})

const serviceOf = (text: string) =>
  text.startsWith('arn:') ? text.split(':')[2] : text.split(':')[0]

/** All that any function may do, and what nobody should be able to do. */
const actions = [
  ...new Set([
    ...Object.values(privileges).flatMap((its) => Object.values(its).flat()),
    'dynamodb:Scan',
    'dynamodb:DeleteTable',
    'dynamodb:PartiQLSelect',
    'sqs:PurgeQueue',
    'ssm:PutParameter',
    'cognito-idp:AdminDeleteUser',
    'cognito-idp:ListUsers',
    'logs:DeleteLogGroup',
  ]),
]

const items = [
  'users',
  'attempt#1',
  'connections',
  'settings',
  'chat#1',
  'ref#1',
  'user#1',
  'canned',
]

const isTheirs = (own: string[] | undefined, partition: string) =>
  !own ||
  own.some(
    (name) =>
      name === partition || (name.endsWith('#*') && partition.startsWith(name.slice(0, -1))),
  )

/** Each thing that could be asked for: an action, what to do it to, and of the table which part. */
function asks(id: (typeof handlerIds)[number]) {
  const arns = arnsOf(stack, id)
  const named = Object.entries(arns).map(([name, arn]) => ({ name, arn }))
  const others = strangersOf(stack).map((arn) => ({ name: arn, arn }))
  const otherLogs = handlerIds
    .filter((other) => other !== id)
    .map((other) => ({ name: `log of ${other}`, arn: arnsOf(stack, other)['own log'] }))
  return actions.flatMap((action) =>
    [...named, ...others, ...otherLogs]
      .filter(({ arn }) => serviceOf(arn) === serviceOf(action))
      .flatMap(({ name, arn }) =>
        (name === 'table' ? items : [undefined]).map((partition) => ({
          action,
          name,
          arn,
          partition,
        })),
      ),
  )
}

describe.each(handlerIds)('%s', (id) => {
  test('may do all that the table lists, and nothing else that anybody may do to anything', async () => {
    const policy = policyOf(stack, id)
    const wrong: string[] = []
    let allowed = 0
    for (const { action, name, arn, partition } of asks(id)) {
      const listed = (privileges[id] as Record<string, string[]>)[name]?.includes(action) ?? false
      const wanted = listed && (!partition || isTheirs(partitions[id], partition))
      const may = await mayDo(policy, action, arn, partition)
      if (may) allowed++
      if (may !== wanted)
        wrong.push(`${action} on ${name} ${partition ?? ''}: ${may ? 'may' : 'may not'}`)
    }
    expect(wrong).toEqual([])
    expect(allowed).toBeGreaterThan(0)
  })

  test('has no wildcard among its actions, and nothing is allowed on everything', () => {
    for (const { Action, Resource } of policyOf(stack, id).Statement) {
      expect([Action].flat().filter((action) => action.includes('*'))).toEqual([])
      // Of a log and of sockets AWS names the parts only when they are there.
      const open = [Resource].flat().filter((arn) => arn.includes('*'))
      expect(
        open.filter((arn) => !/:log-group:\w+:\*$|\/ws\/POST\/@connections\/\*$/.test(arn)),
      ).toEqual([])
    }
  })
})
