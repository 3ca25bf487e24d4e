import { findStack } from '../measure/stack.ts'
import { type Cloud, localCloud, openCloud } from './cloud.ts'

/** Which stage a tool looks at: the one that was named; else that of npm start, if it runs; else prod. */
export async function whichStage(named: string | undefined): Promise<Cloud> {
  if (named !== undefined) return openCloud(named)
  const local = process.env.AWS_ENDPOINT_URL ? undefined : await findStack()
  return local ? localCloud(local.aws.endpoint) : openCloud('prod')
}
