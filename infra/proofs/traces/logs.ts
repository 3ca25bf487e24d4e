import { type HandlerId, handlerIds } from '../../bundle.ts'
import { awsVariables } from '../../local/aws.ts'

/** What a function said in one run. */
export interface Run {
  by: HandlerId
  lines: string[]
  /** What others said about it. */
  about: string[]
}

/** The engine's logs are asked as AWS's are; for two questions we bring no client. */
async function ask<Answer>(engine: string, operation: string, body: object): Promise<Answer> {
  const { AWS_ACCESS_KEY_ID: key } = awsVariables(engine)
  const response = await fetch(engine, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `Logs_20140328.${operation}`,
      authorization: `AWS4-HMAC-SHA256 Credential=${key}/20260101/us-east-1/logs/aws4_request`,
    },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${operation}: ${response.status} ${await response.text()}`)
  return response.json() as Promise<Answer>
}

/** The frame that Lambda writes around each run. */
const isFrame = (line: string) => /^(START|END|REPORT) RequestId/.test(line)

/** What whoever runs the functions says of them, and their Node of itself. */
const isAbout = (line: string) => /^(Task timed out|Worker process|\(node:|\(Use `node )/.test(line)

/** All that the functions of a running stack have said. */
export async function runsOf(engine: string): Promise<Run[]> {
  const { logGroups } = await ask<{ logGroups: { logGroupName: string }[] }>(
    engine,
    'DescribeLogGroups',
    {},
  )
  const runs: Run[] = []
  for (const by of handlerIds)
    for (const { logGroupName } of logGroups)
      if (new RegExp(`\\b${by}logs[0-9A-F]{8}$`).test(logGroupName))
        for await (const said of streamsOf(engine, logGroupName))
          runs.push({
            by,
            lines: said.filter((line) => !isAbout(line)),
            about: said.filter(isAbout),
          })
  return runs
}

interface Page {
  events: { logStreamName: string; message: string }[]
  nextToken?: string
}

/** One stream for each run. */
async function* streamsOf(engine: string, logGroupName: string) {
  const streams = new Map<string, string[]>()
  let nextToken: string | undefined
  do {
    const page: Page = await ask(engine, 'FilterLogEvents', { logGroupName, nextToken })
    for (const { logStreamName, message } of page.events)
      streams.set(logStreamName, [...(streams.get(logStreamName) ?? []), message])
    nextToken = page.nextToken
  } while (nextToken)
  for (const lines of streams.values())
    yield lines.filter((line) => line.trim() !== '' && !isFrame(line))
}
