import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually, type Member, member, newNumber, sim } from './stack.ts'

let admin: Member
beforeAll(async () => {
  admin = await member('admin')
})
afterAll(() => sim.calm())

async function answerTo(text: string) {
  const number = newNumber()
  await sim.write(number, text)
  const [sent] = await eventually(async () => {
    const all = await sim.sentTo(number)
    return all.length ? all : undefined
  }, 300)
  return { number, text: sent?.text?.body ?? '' }
}

test('with a key the model answers, in its own words', async () => {
  await sim.faults({ openai: null })
  const question = `Apa bahan kaos ${crypto.randomUUID()}?`
  const { number, text } = await answerTo(question)
  expect(text).toContain(question)
  expect(await admin.chatOf(number)).not.toHaveProperty('botProblem')
})

test('when the model fails, the prepared answer goes out and the chat says why', async () => {
  await sim.faults({ openai: { status: 500 } })
  const { number, text } = await answerTo('Buka jam berapa?')
  expect(text).toContain('09.00')
  expect(await admin.chatOf(number)).toMatchObject({ botProblem: 'OpenAI answered 500' })
})

test('when the model is too slow, the customer does not wait for it', async () => {
  await sim.faults({ openai: { delayMs: 25_000 } })
  const { number, text } = await answerTo('Alamatnya di mana?')
  expect(text).toContain('Alamat')
  expect(await admin.chatOf(number)).toMatchObject({ botProblem: 'OpenAI took too long' })
})
