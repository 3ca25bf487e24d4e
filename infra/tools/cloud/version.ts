import { readFile } from 'node:fs/promises'

/** What this version is called: by whoever releases it, or in package.json. */
export async function versionOf(env = process.env): Promise<string> {
  const { version } = JSON.parse(await readFile('package.json', 'utf8'))
  return env.BALAS_VERSION || String(version)
}
