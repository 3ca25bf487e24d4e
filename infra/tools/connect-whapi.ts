import { parseArgs } from 'node:util'
import { renewWebhookSecret } from './cloud/secrets.ts'
import { whichStage } from './cloud/which-stage.ts'
import { tool } from './tool.ts'
import { expectChannel } from './whapi/channel.ts'
import { connect } from './whapi/connect.ts'

const help = `npm run connect-whapi [-- options]: tells WHAPI where to deliver, and what

  --stage <name>   a stage on AWS; without it, the stack on this machine if it runs, else prod
  --new-secret     another secret for the webhook; the one before is still taken for a day

What other programs have set up at WHAPI stays.
`

await tool(help, async () => {
  const { values } = parseArgs({
    options: { stage: { type: 'string' }, 'new-secret': { type: 'boolean', default: false } },
  })
  const cloud = await whichStage(values.stage)
  const { provider, delivery } = await expectChannel(cloud)
  const secret = values['new-secret'] ? await renewWebhookSecret(cloud) : delivery.secret
  const mended = await connect(provider, { ...delivery, secret })
  console.log(
    mended.length > 0
      ? `WHAPI delivers to ${delivery.url} now. What was put right: ${mended.join('; ')}.`
      : `WHAPI delivers to ${delivery.url}, as it should; nothing had to be changed.`,
  )
  if (values['new-secret'])
    console.log(
      'Functions that run learn the new secret within five minutes. What they refuse until then, WHAPI delivers again.',
    )
  return true
})
