import { parseArgs } from 'node:util'
import { whichStage } from './cloud/which-stage.ts'
import { examine } from './doctor/examine.ts'
import { lineOf } from './doctor/finding.ts'
import { tool } from './tool.ts'

const help = `npm run doctor [-- options]: looks whether all is well, and says what to do if not

  --stage <name>   a stage on AWS; without it, the stack on this machine if it runs, else prod

Changes nothing, but that somebody signs in for a moment to try it, of whom nothing is left.
Ends with 1 if something is wrong.
`

await tool(help, async () => {
  const { values } = parseArgs({ options: { stage: { type: 'string' } } })
  const findings = await examine(await whichStage(values.stage))
  for (const finding of findings) console.log(lineOf(finding))
  const count = findings.filter(({ state }) => state === 'wrong').length
  console.log(
    count ? `\n${count} ${count === 1 ? 'thing is' : 'things are'} wrong.` : '\nAll is well.',
  )
  return count === 0
})
