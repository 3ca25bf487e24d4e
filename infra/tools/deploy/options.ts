import { parseArgs } from 'node:util'
import { Refusal } from '../../local/refusal.ts'

export const help = `npm run deploy [-- options]: Balas in your own AWS account; again: the newer version

  --stage <name>        another stage than prod, beside it
  --yes                 ask nothing (CI); what is missing is an error
  --admin <username>    the first admin; the password for the first sign-in is shown once
  --password-file <f>   write it into a new file instead (needed without a terminal)
  --owners <numbers>    phones that may give the bot commands: 6281200009999,…
  --domain <name>       your own domain, such as chat.example.com
  --certificate <arn>   its certificate, in us-east-1; without one it is looked for, or asked for
  --alarm-email <addr>  who is told when something is wrong
  --new-token           another WHAPI token than the one that is stored
  --set <name>=<value>  any setting of infra/app.ts; "--set <name>=" takes it back
  --site-url <url>      where the site is reached, on a local AWS that has no CloudFront address

  WHAPI_TOKEN, OPENAI_API_KEY   secrets, if nobody is there to type them

Settings are remembered: an upgrade needs no options. npm run rollback goes back.
`

export interface Options {
  stage: string
  yes: boolean
  admin?: string
  passwordFile?: string
  newToken: boolean
  siteUrl?: string
  whapiUrl?: string
  /** Settings that were named; an empty one is taken back. */
  context: Record<string, string>
  secrets: { whapiToken?: string; openaiKey?: string }
}

const username = /^[a-z0-9][a-z0-9._-]{1,63}$/i
export const checkUsername = (name: string) =>
  username.test(name) ? undefined : 'Use 2 to 64 letters, digits, dots, dashes or underscores.'

const checks: Record<string, [RegExp, string]> = {
  whapiAdmins: [
    /^\d{7,15}(,\d{7,15})*$/,
    '--owners are numbers with their country: 6281200009999,…',
  ],
  domain: [/^([a-z0-9-]+\.)+[a-z]{2,}$/, '--domain is a name such as chat.example.com'],
  certificateArn: [
    /^arn:aws[\w-]*:acm:us-east-1:\d{12}:certificate\/[\w-]+$/,
    '--certificate is the ARN of a certificate in us-east-1: CloudFront knows no others',
  ],
  alarmEmail: [/^[^@\s]+@[^@\s]+\.[^@\s]+$/, '--alarm-email is an address such as you@example.com'],
}

/** What others on this machine could read in the list of processes is no place for a secret. */
const secretName = /token|secret|key|password/i

function settingOf(written: string): [string, string] {
  const [, name, value] = /^([A-Za-z]+)=(.*)$/.exec(written) ?? []
  if (!name || value === undefined) throw new Refusal(`--set ${written}: write it as name=value`)
  if (secretName.test(name)) throw new Refusal(`--set ${name}: secrets are no settings`)
  if (['stage', 'localEngine', 'code'].includes(name))
    throw new Refusal(`--set ${name}: that is not for you to set`)
  return [name, value]
}

/** What was asked for, checked; throws in words what is wrong. */
export function optionsOf(args: string[], env: NodeJS.ProcessEnv): Options {
  const string = { type: 'string' } as const
  const boolean = { type: 'boolean', default: false } as const
  const { values } = parseArgs({
    args,
    options: {
      stage: { ...string, default: 'prod' },
      yes: { ...boolean, short: 'y' },
      admin: string,
      'password-file': string,
      owners: string,
      domain: string,
      certificate: string,
      'alarm-email': string,
      'new-token': boolean,
      set: { ...string, multiple: true, default: [] },
      'site-url': string,
      'whapi-url': string,
    },
  })
  const wrongName = values.admin && checkUsername(values.admin)
  if (wrongName) throw new Refusal(`--admin: ${wrongName}`)
  const named = {
    whapiAdmins: values.owners,
    domain: values.domain,
    certificateArn: values.certificate,
    alarmEmail: values['alarm-email'],
  }
  const context = {
    ...Object.fromEntries(values.set.map(settingOf)),
    ...Object.fromEntries(
      Object.entries(named).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])),
    ),
  }
  for (const [name, [form, words]] of Object.entries(checks))
    if (context[name] && !form.test(context[name])) throw new Refusal(words)
  return {
    stage: values.stage,
    yes: values.yes,
    admin: values.admin?.toLowerCase(),
    passwordFile: values['password-file'],
    newToken: values['new-token'],
    siteUrl: values['site-url']?.replace(/\/$/, ''),
    whapiUrl: values['whapi-url']?.replace(/\/$/, ''),
    context,
    secrets: { whapiToken: env.WHAPI_TOKEN?.trim(), openaiKey: env.OPENAI_API_KEY?.trim() },
  }
}
