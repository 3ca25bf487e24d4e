import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { balasTable } from './schema.ts'
import { commands } from './testing/arbitrary-commands.ts'
import { bothOf } from './testing/both.ts'

test('whatever is done to it, the table in memory answers as the engine does', async () => {
  const runs = fc.asyncProperty(
    fc.array(commands, { minLength: 10, maxLength: 60, size: 'max' }),
    async (specs) => {
      await using both = await bothOf(balasTable)
      for (const spec of specs) {
        const { engine, memory } = await both.run(spec)
        expect(memory).toEqual(engine)
      }
      const { engine, memory } = await both.contents()
      expect(memory).toEqual(engine)
    },
  )
  await fc.assert(runs, { numRuns: 40 })
}, 120_000)
