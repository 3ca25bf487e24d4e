import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch'
import type { Jobs } from '../messaging.ts'
import { http, ours, period } from './metrics.ts'
import type { Watched } from './watch.ts'

export interface Rule {
  metric: IMetric
  /** It rings from this number on … */
  from: number
  /** … that often in a row. */
  times?: number
  /** Silence is a bad sign, too. */
  silence?: boolean
  says: string
}

/** What rings, and what to do then. */
export function rulesFor({ stage, webhook, jobs, httpApiId }: Watched): Record<string, Rule> {
  const died = ({ failed }: Jobs) =>
    failed.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' })
  return {
    'bot-jobs-died': {
      metric: died(jobs.bot),
      from: 1,
      says: 'Answers of the bot died three times: the health page puts them back.',
    },
    'sends-died': {
      metric: died(jobs.outbound),
      from: 1,
      says: 'Messages to customers died three times: the health page puts them back.',
    },
    'sends-wait': {
      metric: ours(stage, 'oldestUnsentS'),
      from: 61,
      // A lost job is found by the first tick, and gone by the second.
      times: 2,
      silence: true,
      says: 'A message has waited for more than a minute, or nothing has ticked for ten.',
    },
    'calls-fail': {
      metric: http(httpApiId, '5xx'),
      from: 5,
      says: 'The webhook or the API answers 5xx. WhatsApp delivers again; look at the logs.',
    },
    'whatsapp-lost': {
      metric: ours(stage, 'channelDown'),
      from: 1,
      times: 2,
      says: 'The number is not linked to WhatsApp: the dashboard shows the code to scan.',
    },
    'something-parked': {
      metric: ours(stage, 'parked'),
      from: 1,
      says: 'Something came in that nobody can read, or a job was given up: see the health page.',
    },
    'settings-drifted': {
      metric: ours(stage, 'drift'),
      from: 1,
      says: 'The channel is set up differently at WHAPI: connect it again.',
    },
    'deliveries-throttled': {
      metric: webhook.metricThrottles({ period, statistic: 'Sum' }),
      from: 1,
      says: 'More deliveries at once than may be worked on. They come again; is it a flood?',
    },
  }
}
