import { Template } from 'aws-cdk-lib/assertions'
import { beforeAll, expect, test } from 'vitest'
import * as eg from '../../example.ts'
import { idleOf, type Resources } from '../../tools/measure/monthly/idle.ts'
import { worstOf } from '../../tools/measure/monthly/worst.ts'

let resources: Resources
beforeAll(() => {
  const { balas, site } = eg.app()
  const of = (stack: typeof balas | typeof site) => Template.fromStack(stack).toJSON().Resources
  resources = { ...of(balas), ...of(site) }
})

const changed = (
  change: (copy: Record<string, { Type: string; Properties: Record<string, unknown> }>) => void,
) => {
  const copy = structuredClone(resources) as Parameters<typeof change>[0]
  change(copy)
  return copy
}

test('a month in which nobody writes costs less than 20 cents', () => {
  expect(idleOf(resources)).toBeLessThanOrEqual(0.2)
  expect(idleOf(resources)).toBeGreaterThan(0.1)
})

test('one more queue that is polled, and an alarm too many, are seen in it', () => {
  const mapping = { Type: 'AWS::Lambda::EventSourceMapping', Properties: {} }
  expect(idleOf({ ...resources, mapping })).toBeCloseTo(idleOf(resources) + 0.324)
  const alarms = Array.from({ length: 3 }, (_, i) => [`a${i}`, { Type: 'AWS::CloudWatch::Alarm' }])
  expect(idleOf({ ...resources, ...Object.fromEntries(alarms) })).toBeCloseTo(
    idleOf(resources) + 0.1,
  )
})

test('whatever is new in the stack needs a price before it is deployed', () => {
  expect(() => idleOf({ ...resources, it: { Type: 'AWS::EC2::NatGateway' } })).toThrow('NatGateway')
})

/** What it is today. Whoever makes it dearer says so here. */
const worst = 148.2

test('the worst month that people without a password can make costs less than 150 dollars', () => {
  const { total } = worstOf(resources)
  expect(worst).toBeLessThanOrEqual(150)
  expect(total).toBeLessThanOrEqual(worst)
  expect(total).toBeGreaterThan(worst - 3)
})

test('a wider throttle and a new public address are seen in it', () => {
  const before = worstOf(resources).total
  const wider = changed((copy) => {
    for (const { Type, Properties } of Object.values(copy))
      if (Type === 'AWS::ApiGatewayV2::Stage' && Properties.StageName === '$default')
        Properties.RouteSettings = {}
  })
  expect(worstOf(wider).total).toBeGreaterThan(before * 3)
  const open = changed((copy) => {
    copy.more = { Type: 'AWS::ApiGatewayV2::Route', Properties: { RouteKey: 'GET /api/all' } }
  })
  expect(() => worstOf(open)).toThrow('GET /api/all')
})
