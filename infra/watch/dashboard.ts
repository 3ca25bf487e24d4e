import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'
import { http, ours, period } from './metrics.ts'
import type { Watched } from './watch.ts'

/** One page: what rings, and how things go. */
export function showGraphs(
  scope: Construct,
  { stage, webhook, jobs, storage, httpApiId }: Watched,
  alarms: Alarm[],
) {
  const graph = (title: string, left: IMetric[], right: IMetric[] = []) =>
    new GraphWidget({ title, left, right, width: 8, height: 5 })
  const { queue } = jobs.outbound
  const { table } = storage
  new Dashboard(scope, 'dashboard', {
    dashboardName: `balas-${stage}`,
    widgets: [
      [new AlarmStatusWidget({ title: 'Alarms', alarms, width: 24, height: 3 })],
      [
        graph('Calls', [http(httpApiId, 'Count')], [http(httpApiId, '5xx')]),
        graph(
          'Deliveries',
          [webhook.metricInvocations({ period })],
          [webhook.metricDuration({ period, statistic: 'p95' })],
        ),
        graph('Jobs', [
          jobs.bot.queue.metricApproximateAgeOfOldestMessage({ period }),
          queue.metricApproximateAgeOfOldestMessage({ period }),
        ]),
      ],
      [
        graph('Table', [
          table.metricConsumedWriteCapacityUnits({ period }),
          table.metricConsumedReadCapacityUnits({ period }),
        ]),
        graph('Waiting', [ours(stage, 'oldestUnsentS')], [ours(stage, 'parked')]),
        graph('WhatsApp', [ours(stage, 'channelDown'), ours(stage, 'drift')]),
      ],
    ],
  })
}
