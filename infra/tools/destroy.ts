import { parseArgs } from 'node:util'
import { Refusal } from '../local/refusal.ts'
import { openCloud } from './cloud/cloud.ts'
import { destroy } from './destroy/destroy.ts'
import { tool } from './tool.ts'
import { askText, openUi } from './ui.ts'

const help = `npm run destroy [-- options]: takes a stage down, and shows that nothing is left

  --stage <name>    another stage than prod
  --export <file>   first writes all items of the table to a new file, one in a line, as JSON
  --keep-table      leaves the table with all its data, to be read: a new deployment begins with an empty one
  --yes <stage>     ask nothing; the stage's name, so that nobody does it by mistake

What CDK itself needs in this account (the stack CDKToolkit) stays: other apps may use it.
`

await tool(help, async () => {
  const { values } = parseArgs({
    options: {
      stage: { type: 'string', default: 'prod' },
      export: { type: 'string' },
      'keep-table': { type: 'boolean', default: false },
      yes: { type: 'string' },
    },
  })
  const ui = openUi({ yes: values.yes !== undefined })
  const cloud = await openCloud(values.stage)
  ui.begin(`Balas: stage ${cloud.stage}, account ${cloud.account}, region ${cloud.region}`)
  const agreed = async () => {
    if (!ui.interactive) return values.yes === cloud.stage
    const check = (name: string) => (name === cloud.stage ? undefined : 'That is not its name.')
    await askText(`This deletes all of it. Type the name of the stage (${cloud.stage}) to go on`, {
      check,
    })
    return true
  }
  if (!ui.interactive && values.yes !== cloud.stage)
    throw new Refusal(`Say which stage is to go: --yes ${cloud.stage}`)
  const left = await destroy(
    cloud,
    { file: values.export, keepTable: values['keep-table'] },
    ui,
    agreed,
  )
  return left.length === 0
})
