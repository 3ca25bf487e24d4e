import * as z from 'zod'
import { settingsParameter } from '../../names.ts'
import type { Cloud } from './cloud.ts'
import { putParameter, readParameter } from './secrets.ts'

/** With what a stage was deployed, so that an upgrade need not be told again. No secrets. */
export const StageSettings = z.object({
  /** The provider's address, if it is not the usual one. */
  whapiUrl: z.string().default('https://gate.whapi.cloud'),
  channelId: z.string(),
  /** Where the site is reached. */
  url: z.string(),
  /** The context of the app (infra/app.ts): domain, limits … */
  context: z.record(z.string(), z.string()).default({}),
})
export type StageSettings = z.infer<typeof StageSettings>

export async function readSettings(cloud: Cloud): Promise<StageSettings | undefined> {
  const text = await readParameter(cloud, settingsParameter(cloud.stage))
  return text ? StageSettings.parse(JSON.parse(text)) : undefined
}

export const keepSettings = (cloud: Cloud, settings: StageSettings) =>
  putParameter(cloud, settingsParameter(cloud.stage), JSON.stringify(settings), 'String')

export const webhookUrlOf = ({ url }: Pick<StageSettings, 'url'>) => `${url}/webhook/whapi`
