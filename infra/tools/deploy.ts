import { expectNode } from '../local/engine/prerequisites.ts'
import { openCloud } from './cloud/cloud.ts'
import { expectBootstrapped, expectIdle } from './deploy/checks.ts'
import { deploy } from './deploy/deploy.ts'
import { help, optionsOf } from './deploy/options.ts'
import { tool } from './tool.ts'
import { openUi } from './ui.ts'

await tool(help, async () => {
  expectNode()
  const options = optionsOf(process.argv.slice(2), process.env)
  // The programs we start need not know them.
  delete process.env.WHAPI_TOKEN
  delete process.env.OPENAI_API_KEY
  const ui = openUi(options)
  const cloud = await openCloud(options.stage)
  ui.begin(`Balas: stage ${cloud.stage}, account ${cloud.account}, region ${cloud.region}`)
  await expectBootstrapped(cloud, ui)
  await expectIdle(cloud)
  console.log(await deploy(cloud, options, ui))
  return true
})
