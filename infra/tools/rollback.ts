import { parseArgs } from 'node:util'
import { openCloud } from './cloud/cloud.ts'
import { expectIdle } from './deploy/checks.ts'
import { rollback } from './deploy/rollback.ts'
import { tool } from './tool.ts'
import { askYes, openUi } from './ui.ts'

const help = `npm run rollback [-- options]: back to the version that was deployed before

  --stage <name>   another stage than prod
  --yes            ask nothing

Functions, settings and site become what they were; data, people and secrets stay as they are. Once more, and
it is the newer version again.
`

await tool(help, async () => {
  const { values } = parseArgs({
    options: {
      stage: { type: 'string', default: 'prod' },
      yes: { type: 'boolean', short: 'y', default: false },
    },
  })
  const ui = openUi(values)
  const cloud = await openCloud(values.stage)
  await expectIdle(cloud)
  await rollback(cloud, ui, (question) =>
    ui.interactive ? askYes(question) : Promise.resolve(true),
  )
  return true
})
