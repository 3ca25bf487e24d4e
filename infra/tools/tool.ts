import '../local/place.ts'
import { Refusal } from '../local/refusal.ts'
import { plainly } from './cloud/plainly.ts'

/**
 * Runs a command of ours. What a person can put right is told in a line, with what to do; anything else with
 * its stack. Never ends with 0 unless it did what it was asked to.
 */
export async function tool(help: string, main: () => Promise<boolean | undefined>): Promise<void> {
  if (process.argv.includes('--help') || process.argv.includes('-h')) return console.log(help)
  try {
    if ((await main()) === false) process.exitCode = 1
  } catch (error) {
    process.exitCode = 1
    if (String(error).includes('ERR_PARSE_ARGS'))
      return console.error(`${(error as Error).message}\n\n${help}`)
    const plain = plainly(error)
    console.error(plain instanceof Refusal ? `\n✗ ${plain.message}` : plain)
  }
}
