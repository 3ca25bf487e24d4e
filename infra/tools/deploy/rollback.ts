import { join } from 'node:path'
import { place } from '../../local/place.ts'
import { Refusal } from '../../local/refusal.ts'
import type { Cloud } from '../cloud/cloud.ts'
import { expectDeployed } from '../cloud/outputs.ts'
import { fetchRelease, type Release, releasesIn, wentBackTo } from '../cloud/releases.ts'
import { keepSettings, readSettings } from '../cloud/settings.ts'
import { uploadSite } from '../cloud/upload-site.ts'
import type { Ui } from '../ui.ts'
import { deployStacks } from './stacks.ts'

export const nameOf = ({ version, id, deployedAt }: Release) =>
  `version ${version} (${id}), deployed ${deployedAt.slice(0, 16).replace('T', ' ')} UTC`

/**
 * Brings back what ran before, as it was built then. The site first: an older page works with the newer
 * functions, which know all that the older ones knew, but not the other way round.
 */
export async function rollback(
  cloud: Cloud,
  ui: Ui,
  agreed: (question: string) => Promise<boolean>,
): Promise<void> {
  const { SiteBucket: name } = await expectDeployed(cloud)
  const bucket = { config: cloud.config, name }
  const [now, before] = await releasesIn(bucket)
  if (!now || !before)
    throw new Refusal(
      'Nothing was deployed before what runs now, so there is nothing to go back to.',
    )
  if (!(await agreed(`Go back from ${nameOf(now)} to ${nameOf(before)}?`))) return
  const folders = await ui.step(`Fetching ${nameOf(before)}`, () =>
    fetchRelease(bucket, before.id, join(place.stage(cloud.stage), 'before')),
  )
  await ui.step('Putting its site back', () => uploadSite(bucket, folders.site, now.files))
  await ui.step('Putting its functions back', (say) => deployStacks(cloud, folders, say))
  await wentBackTo(bucket, before.id)
  // Else the next upgrade would bring back what may have been the trouble.
  const settings = await readSettings(cloud)
  if (settings) await keepSettings(cloud, { ...settings, context: before.context })
  ui.tell(`This runs now: ${nameOf(before)}. Look whether all is well: npm run doctor`)
}
