import { readFileSync } from 'node:fs'
import * as z from 'zod'

const Outputs = z.object({
  url: z.string(),
  phoneUrl: z.string(),
  whapiUrl: z.string(),
  users: z.array(z.object({ username: z.string(), password: z.string(), role: z.string() })),
})

/** Where the stack runs, and who may sign in. */
export const outputs = Outputs.parse(
  JSON.parse(readFileSync(process.env.BALAS_OUTPUTS ?? '.local/outputs.json', 'utf8')),
)
