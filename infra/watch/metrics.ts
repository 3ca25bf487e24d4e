import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { Duration } from 'aws-cdk-lib/core'

export const period = Duration.minutes(5)

/** What `tick` says (functions/tick/report.ts). */
export const ours = (stage: string, metricName: string) =>
  new Metric({
    namespace: 'Balas',
    metricName,
    dimensionsMap: { stage },
    statistic: 'Maximum',
    period,
  })

export const http = (ApiId: string, metricName: string) =>
  new Metric({
    namespace: 'AWS/ApiGateway',
    metricName,
    dimensionsMap: { ApiId },
    statistic: 'Sum',
    period,
  })
