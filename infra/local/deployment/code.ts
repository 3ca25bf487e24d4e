import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  GetFunctionConfigurationCommand,
  LambdaClient,
  UpdateFunctionCodeCommand,
} from '@aws-sdk/client-lambda'
import { bundle, type HandlerId, handlerIds, keepBundled } from '../../bundle.ts'
import type { Deployed } from '../../tools/cloud/outputs.ts'
import { clientOf } from '../aws.ts'
import { place } from '../place.ts'
import { zipOf } from './zip.ts'

export const nameIn = (deployed: Record<string, unknown>, id: HandlerId) =>
  String(deployed[`${id[0]?.toUpperCase()}${id.slice(1)}Function`])

const options = (engine: string) => ({ outdir: place.functions, localEngine: engine })

/** Puts the bundles that lie on disk into the running functions. */
async function renew(engine: string, deployed: Deployed, ids: readonly HandlerId[]) {
  const lambda = new LambdaClient(clientOf(engine))
  const renewed = await Promise.all(
    ids.map(async (id) => {
      const FunctionName = nameIn(deployed, id)
      const ZipFile = zipOf('index.mjs', await readFile(join(place.functions, id, 'index.mjs')))
      const { CodeSha256 } = await lambda.send(
        new GetFunctionConfigurationCommand({ FunctionName }),
      )
      if (CodeSha256 === createHash('sha256').update(ZipFile).digest('base64')) return []
      await lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile }))
      return [id]
    }),
  )
  return renewed.flat()
}

/** The code as it is on disk, in the functions. Answers which of them had another. */
export async function bringCode(engine: string, deployed: Deployed): Promise<HandlerId[]> {
  await bundle(options(engine))
  return renew(engine, deployed, handlerIds)
}

/** From here on, a saved source is in the running functions a moment later. */
export const followCode = (engine: string, deployed: Deployed, say: (line: string) => void) =>
  keepBundled(options(engine), async (changed, errors) => {
    for (const error of errors) say(`✗ ${error}`)
    if (!changed.length) return
    try {
      const renewed = await renew(engine, deployed, changed)
      if (renewed.length) say(`↻ ${renewed.join(', ')}`)
    } catch (error) {
      say(`✗ ${changed.join(', ')}: ${error}`)
    }
  })
