import { parseArgs } from 'node:util'
import { Refusal } from '../local/refusal.ts'
import { findDeployed } from './cloud/outputs.ts'
import { whichStage } from './cloud/which-stage.ts'
import { tool } from './tool.ts'
import { expectChannel } from './whapi/channel.ts'
import { seenEndToEnd } from './whapi/end-to-end.ts'

const help = `npm run send-test-delivery [-- options]: delivers as WHAPI does, and waits at the other end

  --stage <name>   a stage on AWS; without it, the stack on this machine if it runs, else prod

Somebody signs in through the site for a moment, listens on the socket, and hears of the delivery there. No chat
comes of it, and of that somebody nothing is left.
`

await tool(help, async () => {
  const { values } = parseArgs({ options: { stage: { type: 'string' } } })
  const cloud = await whichStage(values.stage)
  const [{ delivery, settings }, deployed] = await Promise.all([
    expectChannel(cloud),
    findDeployed(cloud),
  ])
  if (!deployed) throw new Refusal(`The stack ${cloud.stacks.balas} is not there. npm run deploy`)
  const ms = await seenEndToEnd({ config: cloud.config, deployed }, settings.url, delivery)
  console.log(`Delivered to ${delivery.url}, and seen at the other end after ${ms} ms.`)
  return true
})
