import { beforeAll, expect, test } from 'vitest'
import { type Resources, resourcesOf } from '../template.ts'

let resources: Resources
beforeAll(() => {
  resources = resourcesOf()
})

interface Alarm {
  Namespace: string
  MetricName: string
  Threshold: number
  EvaluationPeriods: number
  TreatMissingData: string
  AlarmActions: unknown[]
  OKActions: unknown[]
  Metrics?: object[]
}

const each = <Properties>(type: string) =>
  Object.values(resources)
    .filter(({ Type }) => Type === type)
    .map((it) => it.Properties as Properties)

const alarms = () => each<Alarm>('AWS::CloudWatch::Alarm')

test('somebody is told when what must not happen happens', () => {
  expect(
    alarms()
      .map(({ Namespace, MetricName, Threshold }) => `${Namespace} ${MetricName} >= ${Threshold}`)
      .sort(),
  ).toEqual([
    'AWS/ApiGateway 5xx >= 5',
    'AWS/Lambda Throttles >= 1',
    'AWS/SQS ApproximateNumberOfMessagesVisible >= 1',
    'AWS/SQS ApproximateNumberOfMessagesVisible >= 1',
    'Balas channelDown >= 1',
    'Balas drift >= 1',
    'Balas oldestUnsentS >= 61',
    'Balas parked >= 1',
  ])
  for (const { AlarmActions, OKActions } of alarms())
    expect([AlarmActions, OKActions]).toEqual([[expect.anything()], [expect.anything()]])
})

test('a clock that stands still is heard of, too', () => {
  const waits = alarms().find(({ MetricName }) => MetricName === 'oldestUnsentS')
  expect(waits).toMatchObject({ TreatMissingData: 'breaching', EvaluationPeriods: 2 })
})

test('alarms, metrics of our own and dashboards stay within what CloudWatch gives for nothing', () => {
  // An alarm on a formula is billed for each metric in it.
  expect(alarms().filter(({ Metrics }) => Metrics)).toEqual([])
  expect(alarms().length).toBeLessThanOrEqual(10)
  expect(new Set(alarms().map(({ MetricName }) => MetricName)).size).toBeLessThanOrEqual(10)
  expect(each('AWS::CloudWatch::Dashboard')).toHaveLength(1)
})

test('a bill that is going to be too large is told by mail before it is', () => {
  expect(each('AWS::Budgets::Budget')).toMatchObject([
    {
      Budget: { TimeUnit: 'MONTHLY', BudgetLimit: { Amount: 150, Unit: 'USD' } },
      NotificationsWithSubscribers: [
        {
          Notification: { NotificationType: 'FORECASTED', Threshold: 100 },
          Subscribers: [{ SubscriptionType: 'EMAIL', Address: 'owner@shop.example' }],
        },
      ],
    },
  ])
})
