import { Refusal } from '../../local/refusal.ts'
import type { Cloud } from '../cloud/cloud.ts'
import { findDeployed } from '../cloud/outputs.ts'
import { hasAdmin, type Team } from '../cloud/people.ts'
import { idOf, keepRelease, releasesIn } from '../cloud/releases.ts'
import { putSecret, readSecret, webhookSecret } from '../cloud/secrets.ts'
import { keepSettings, readSettings, type StageSettings, webhookUrlOf } from '../cloud/settings.ts'
import { uploadSite } from '../cloud/upload-site.ts'
import { versionOf } from '../cloud/version.ts'
import { askSecret, askText, type Ui } from '../ui.ts'
import { connect } from '../whapi/connect.ts'
import { seenEndToEnd } from '../whapi/end-to-end.ts'
import { channelOf, type Provider } from '../whapi/provider.ts'
import { build } from './build.ts'
import { certificateFor } from './certificate.ts'
import { canReserve } from './checks.ts'
import { firstAdmin, intoFile, type Show } from './first-admin.ts'
import { checkUsername, type Options } from './options.ts'
import { expectReachable } from './reachable.ts'
import { reportOf } from './report.ts'
import { deployStacks } from './stacks.ts'

/** The channel's token: the stored one, unless another is wanted. It must open the channel. */
async function tokenFor(cloud: Cloud, { newToken, secrets }: Options, ui: Ui): Promise<string> {
  const kept = newToken ? undefined : await readSecret(cloud, 'whapiToken')
  if (secrets.whapiToken ?? kept) return secrets.whapiToken ?? kept ?? ''
  if (ui.interactive) return askSecret('The token of your WHAPI channel (panel.whapi.cloud)')
  throw new Refusal('There is no WHAPI token yet. Give it in the variable WHAPI_TOKEN.')
}

/** OpenAI's key, if there is to be one. */
async function openaiKeyFor(cloud: Cloud, { secrets }: Options, ui: Ui, fresh: boolean) {
  if (secrets.openaiKey || !ui.interactive || !fresh) return secrets.openaiKey
  if (await readSecret(cloud, 'openaiKey')) return
  return askSecret(
    'A key of OpenAI, so that the bot answers in its own words (Enter: prepared answers)',
    {
      optional: true,
    },
  )
}

/** Who is to be the first admin; nobody, if there is one or nobody says. */
async function adminFor({ admin }: Options, ui: Ui, team: Team | undefined) {
  if (admin || !ui.interactive || (team && (await hasAdmin(team)))) return admin
  const check = (name: string) => checkUsername(name)
  return (
    await askText('What shall the first admin be called?', { placeholder: 'bayu', check })
  ).toLowerCase()
}

/** Without a terminal a password must go into a file: logs are read by many, and for long. */
function showFor({ passwordFile }: Options, ui: Ui, admin: string | undefined): Show {
  if (passwordFile) return intoFile(passwordFile)
  if (admin && !ui.interactive)
    throw new Refusal(
      '--admin needs --password-file <file> here: a password does not belong in a log.',
    )
  return async (password) =>
    ui.tell(`The password of ${admin} for the first sign-in, shown only now:\n\n    ${password}\n`)
}

/** The app's settings: as they were, and what was named now. An empty one is taken back. */
async function contextFor(cloud: Cloud, { context }: Options, known: StageSettings | undefined) {
  const merged = Object.entries({ ...known?.context, ...context }).filter(
    ([, value]) => value !== '',
  )
  const settings: Record<string, string> = Object.fromEntries(merged)
  if (settings.domain) settings.certificateArn ??= await certificateFor(cloud, settings.domain)
  if (!known && !settings.reserveConcurrency && !(await canReserve(cloud)))
    settings.reserveConcurrency = 'false'
  return settings
}

/** Brings Balas to AWS, or to its newer version, and leaves only when a delivery was seen to come through. */
export async function deploy(cloud: Cloud, options: Options, ui: Ui): Promise<string> {
  const [known, before] = await Promise.all([readSettings(cloud), findDeployed(cloud)])
  const fresh = !before
  const whapiUrl = options.whapiUrl ?? known?.whapiUrl ?? 'https://gate.whapi.cloud'
  const provider: Provider = { url: whapiUrl, token: await tokenFor(cloud, options, ui) }
  const openaiKey = await openaiKeyFor(cloud, options, ui, fresh)
  const teamBefore = before && { config: cloud.config, deployed: before }
  const admin = await adminFor(options, ui, teamBefore)
  const show = showFor(options, ui, admin)
  const context = await contextFor(cloud, options, known)

  const channel = await ui.step('Asking WHAPI for the channel', () => channelOf(provider))
  const secret = await ui.step('Storing the secrets', async () => {
    await putSecret(cloud, 'whapiToken', provider.token)
    if (openaiKey) await putSecret(cloud, 'openaiKey', openaiKey)
    return webhookSecret(cloud)
  })
  const folders = await ui.step('Building', () =>
    build(cloud, { ...context, whapiUrl, whapiChannelId: channel.id }),
  )
  const deployed = await ui.step('Deploying', (say) => deployStacks(cloud, folders, say))
  const settings: StageSettings = {
    whapiUrl,
    channelId: channel.id,
    url: options.siteUrl ?? (cloud.engine && known?.url) ?? deployed.SiteUrl,
    context,
  }
  await keepSettings(cloud, settings)
  const bucket = { config: cloud.config, name: deployed.SiteBucket }
  await ui.step('Uploading the site', async () => {
    const past = await releasesIn(bucket)
    await uploadSite(
      bucket,
      folders.site,
      past.flatMap(({ files }) => files),
    )
    await keepRelease(
      bucket,
      { id: await idOf(folders), version: await versionOf(), context },
      folders,
    )
  })

  const team: Team = { config: cloud.config, deployed }
  if (admin && (await firstAdmin(team, admin, show)) === 'there already')
    ui.tell(`${admin} is there already, and keeps the password.`)
  const webhook = { url: webhookUrlOf(settings), secret }
  await ui.step('Waiting for the site', () =>
    expectReachable(settings.url, deployed, context.domain),
  )
  const mended = await ui.step('Connecting WHAPI', () => connect(provider, webhook))
  if (mended.length > 0) ui.tell(`What was put right at WHAPI: ${mended.join('; ')}.`)
  const ms = await ui.step('Waiting for a test delivery', () =>
    seenEndToEnd(team, settings.url, { ...webhook, channelId: channel.id }, { tries: 10 }),
  )
  ui.tell(`It was seen at the other end after ${ms} ms.`)
  return reportOf({
    stage: cloud.stage,
    settings,
    site: deployed,
    fresh,
    channelState: channel.state,
  })
}
