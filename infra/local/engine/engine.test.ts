import { expect, test } from 'vitest'
import { foreignEngine } from './engine.ts'
import { inDocker } from './program.ts'

test('an engine that is not on this machine is refused: demo users must not get there', async () => {
  await expect(foreignEngine('https://dynamodb.eu-west-1.amazonaws.com')).rejects.toThrow(
    /not on this machine/,
  )
})

test('an engine that does not answer is named', async () => {
  await expect(foreignEngine('http://127.0.0.1:9')).rejects.toThrow(/nothing answers there/)
})

test('without the variable there is none', async () => {
  expect(await foreignEngine('')).toBeUndefined()
})

test('in Docker the engine keeps its data with ours, and is told the same settings', () => {
  const args = inDocker.args({ BIND_HOST: '127.0.0.1', STATE_DIR: `${inDocker.data}/state` })
  expect(args).toEqual(
    expect.arrayContaining([
      '--network=host',
      '--env=BIND_HOST=127.0.0.1',
      '--env=STATE_DIR=/data/state',
    ]),
  )
  expect(args.find((arg) => arg.startsWith('--volume='))).toMatch(/\/engine:\/data$/)
  expect(args.at(-1)).toMatch(/^ministackorg\/ministack:\d/)
})
