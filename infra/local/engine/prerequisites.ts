import { Refusal } from '../refusal.ts'
import { run } from '../run.ts'

const candidates = [
  ...(process.env.PYTHON ? [[process.env.PYTHON]] : []),
  ['python3'],
  ['python'],
  ['python3.13'],
  ['python3.12'],
  ['python3.11'],
  ['python3.10'],
  ['py', '-3'],
]
const probe = 'import sys; print(sys.version_info >= (3, 10)); import venv, ensurepip'

type Found = 'fit' | 'old' | 'no venv' | 'missing'

async function look([command = '', ...args]: string[]): Promise<Found> {
  try {
    const printed = await run(command, [...args, '-c', probe])
    return printed.includes('True') ? 'fit' : 'old'
  } catch (error) {
    if (!(error instanceof Error) || 'code' in error) return 'missing'
    return error.message.includes('True') ? 'no venv' : 'old'
  }
}

const install = `  Debian, Ubuntu   sudo apt install python3 python3-venv
  macOS            brew install python@3.13
  Windows          winget install Python.Python.3.13
Docker will do instead, if it runs.`

/** Is there a Docker that runs? */
export const findDocker = (): Promise<boolean> =>
  run('docker', ['info']).then(
    () => true,
    () => false,
  )

/** The command of a Python that can hold the local engine. Says how to get one if there is none. */
export async function findPython(): Promise<string[]> {
  const found: Found[] = []
  for (const candidate of candidates) {
    const verdict = await look(candidate)
    if (verdict === 'fit') return candidate
    found.push(verdict)
  }
  const what = found.includes('no venv')
    ? 'Python is there, but its venv module is not.'
    : found.includes('old')
      ? 'The Python on this machine is older than 3.10.'
      : 'There is no Python on this machine.'
  throw new Refusal(`${what} The local AWS needs Python 3.10 or newer:\n${install}`)
}

/** Node must run TypeScript by itself. */
export function expectNode(version = process.versions.node): void {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return
  throw new Refusal(`This is Node ${version}; Balas needs 22.18 or newer (24 is best):
  Debian, Ubuntu   npm ci brings Node 24 with it: use npm start
  macOS            brew install node@24
  Windows          npm ci brings Node 24 with it: use npm start`)
}
