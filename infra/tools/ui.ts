import {
  type CANCEL_SYMBOL,
  confirm,
  intro,
  isCancel,
  log,
  password,
  spinner,
  text,
} from '@clack/prompts'
import { Refusal } from '../local/refusal.ts'

/** How a tool speaks with whoever runs it: with prompts to a person, with plain lines to a program. */
export interface Ui {
  /** False in CI: then nobody is asked, and what is missing is an error. */
  interactive: boolean
  begin(title: string): void
  /** Does something that takes its time. `say` tells how far it is. */
  step<Done>(title: string, work: (say: (line: string) => void) => Promise<Done>): Promise<Done>
  tell(line: string): void
  warn(line: string): void
}

const onTerminal: Ui = {
  interactive: true,
  begin: (title) => intro(title),
  async step(title, work) {
    const turning = spinner()
    turning.start(title)
    try {
      const done = await work((line) => turning.message(`${title}: ${line}`))
      turning.stop(title)
      return done
    } catch (error) {
      turning.error(`${title}: this did not work`)
      throw error
    }
  },
  tell: (line) => log.message(line),
  warn: (line) => log.warn(line),
}

const inLines: Ui = {
  interactive: false,
  begin: (title) => console.log(title),
  async step(title, work) {
    const startedAt = performance.now()
    const done = await work(() => {})
    console.log(`✓ ${title} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`)
    return done
  },
  tell: (line) => console.log(line),
  warn: (line) => console.log(`! ${line}`),
}

/** With `--yes`, or where there is no terminal, nobody is asked. */
export const openUi = ({ yes = false } = {}): Ui =>
  process.stdin.isTTY && process.stdout.isTTY && !yes && !process.env.CI ? onTerminal : inLines

function answered<Answer>(answer: Answer | typeof CANCEL_SYMBOL): Answer {
  if (isCancel(answer))
    throw new Refusal('You ended it. What was done already stays; run it again to go on.')
  return answer
}

export const askYes = async (message: string, initialValue = true): Promise<boolean> =>
  answered(await confirm({ message, initialValue }))

/** What is typed is not shown. */
export const askSecret = async (message: string, { optional = false } = {}): Promise<string> =>
  answered(
    await password({
      message,
      validate: (value) => (value?.trim() || optional ? undefined : 'It is needed.'),
    }),
  )?.trim() ?? ''

export const askText = async (
  message: string,
  {
    placeholder,
    check,
  }: { placeholder?: string; check?: (value: string) => string | undefined } = {},
): Promise<string> =>
  answered(
    await text({
      message,
      placeholder,
      validate: (value) =>
        check ? check(value ?? '') : value?.trim() ? undefined : 'It is needed.',
    }),
  ).trim()
