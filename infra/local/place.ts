import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'

process.chdir(join(import.meta.dirname, '..', '..'))

/** Where one stack on this machine keeps what is its own. Tests have theirs beside it. */
const dir = process.env.BALAS_DIR ?? '.local'
const at = (name: string) => join(dir, name)

export const place = {
  dir,
  /** The engine's program; one for all stacks. */
  venv: join('.local', 'venv'),
  engine: at('engine'),
  tmp: at('tmp'),
  functions: join(dir, 'code', 'functions'),
  cdkOut: at('cdk.out'),
  site: resolve(dir, 'site'),
  deployed: at('deployed.json'),
  secrets: at('secrets.json'),
  simulator: at('simulator.json'),
  outputs: at('outputs.json'),
  /** What a stage on AWS is made of, on its way there. */
  stage: (name: string) => join(dir, 'stages', name),
  log: (name: string) => at(`${name}.log`),
  /** Whoever answers here is this place's running stack. */
  control:
    process.platform === 'win32'
      ? `\\\\.\\pipe\\balas-${createHash('sha256').update(resolve(dir)).digest('hex').slice(0, 16)}`
      : at('control'),
}

/** What `--fresh` wipes: data and secrets, not programs and logs. */
export const data = [
  place.engine,
  place.tmp,
  place.functions,
  place.deployed,
  place.secrets,
  place.simulator,
]
