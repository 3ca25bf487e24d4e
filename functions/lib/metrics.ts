import { cause, elapsed } from './invocation.ts'

/** Where lines go that must arrive as they are: Lambda would wrap what is said to the console. */
export const out = { write: (line: string): unknown => process.stdout.write(line) }

/**
 * One line of log of which CloudWatch makes metrics, by the name of the stage.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function measure(
  event: string,
  metrics: Record<string, number>,
  fields: Record<string, string | number | undefined> = {},
  now = Date.now(),
): void {
  const line = {
    _aws: {
      Timestamp: now,
      CloudWatchMetrics: [
        {
          Namespace: 'Balas',
          Dimensions: [['stage']],
          Metrics: Object.keys(metrics).map((Name) => ({ Name })),
        },
      ],
    },
    stage: process.env.STAGE,
    event,
    cause: cause(),
    ...metrics,
    ...fields,
    ms: elapsed(),
  }
  out.write(`${JSON.stringify(line)}\n`)
}
