import type { DeployedSite } from '../cloud/outputs.ts'
import type { StageSettings } from '../cloud/settings.ts'
import { monthlyEstimate } from './estimate.ts'

export interface Outcome {
  stage: string
  settings: StageSettings
  site: DeployedSite
  /** Nobody had been here before. */
  fresh: boolean
  channelState: string
}

const command = (name: string, stage: string, more = '') =>
  `npm run ${name}${stage === 'prod' && !more ? '' : ' --'}${stage === 'prod' ? '' : ` --stage ${stage}`}${more && ` ${more}`}`

/** What whoever deployed wants to know at the end. */
export function reportOf({ stage, settings, site, fresh, channelState }: Outcome): string {
  const { url, context } = settings
  const next = [
    context.domain &&
      `In the DNS of ${context.domain}: a CNAME to ${site.DistributionDomain}, if there is none yet.`,
    channelState !== 'AUTH' &&
      `WhatsApp is not linked (${channelState}): sign in and scan the code on the health page.`,
    fresh && `Sign in at ${url} and let your team in: Team, New person.`,
    fresh && 'Write to your WhatsApp number from another phone, and watch.',
    `When something seems wrong: ${command('doctor', stage)}`,
    `To go back to the version before: ${command('rollback', stage)}`,
  ].filter((line) => typeof line === 'string')
  return [
    '',
    `  Balas runs: ${url}`,
    '',
    `  Webhook     ${url}/webhook/whapi (WHAPI delivers there)`,
    `  Costs       ${monthlyEstimate().join('\n              ')}`,
    '',
    '  What next',
    ...next.map((line) => `  · ${line}`),
    '',
  ].join('\n')
}
