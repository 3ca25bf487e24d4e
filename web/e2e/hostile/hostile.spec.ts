import { expect, type Page } from '@playwright/test'
import { test } from '../browser.ts'
import { outputs } from '../outputs.ts'
import { signIn } from '../people.ts'
import { corpus } from './corpus.ts'
import { type Look, lookAtList, lookAtThread, sideways } from './look.ts'
import { writeCorpus } from './write.ts'

/** A row of the list is as high as all others. */
const rowHeight = 100
/** What is longer than some screens is folded. */
const bubbleHeight = 3000

test.describe.configure({ timeout: 240_000 })

let hostile: Awaited<ReturnType<typeof writeCorpus>>
test.beforeAll(async () => {
  expect(corpus.length).toBeGreaterThanOrEqual(200)
  hostile = await writeCorpus(String(Date.now() % 100_000).padStart(5, '0'))
})

/** Nothing that was written may run, ask anything, or call anywhere. */
async function guarded(page: Page): Promise<string[]> {
  const done: string[] = []
  await page.exposeFunction('hostile', () => void done.push('a script ran'))
  page.on('dialog', (dialog) => {
    done.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    if (/^(http|ws)/.test(protocol) && host !== new URL(outputs.url).host)
      done.push(`a request to ${host}`)
  })
  return done
}

/** Without what formatting takes away, and what a page shows no difference of. */
const bare = (text: string) =>
  text.replace(/[*_~`>\s\p{Cc}\u{2028}\u{2029}\u{FEFF}\u{FFFD}\p{Cs}]/gu, '').slice(0, 300)

/** What is too high, reaches out sideways, or is made of more than text. */
const faultsIn = (looks: Look[], highest: number) =>
  looks.flatMap(({ id, height, out, strange }) => [
    ...(height > highest ? [`${id} is ${height} px high`] : []),
    ...(out > 1 ? [`${id} reaches out by ${out} px`] : []),
    ...strange.map((it) => `${id} made ${it}`),
  ])

for (const width of [1440, 390]) {
  test(`hostile names and messages show as text and break no layout at ${width} px`, async ({
    browser,
  }) => {
    const viewport = { width, height: 844 }
    const context = await browser.newContext({ viewport, locale: 'id-ID', baseURL: outputs.url })
    const page = await context.newPage()
    const done = await guarded(page)
    await signIn(page, 'admin')
    await page.getByTestId('chat-rows').waitFor()

    await test.step('in the list', async () => {
      const rows = await lookAtList(page)
      const seen = new Set(rows.map(({ id }) => id))
      const missing = hostile.written.filter(({ chatId }) => !seen.has(chatId))
      expect.soft(missing.map(({ what }) => what)).toEqual([])
      const rowOf = new Map(hostile.written.map(({ chatId, what }) => [chatId, what]))
      const looks = rows.map((look) => ({ ...look, id: rowOf.get(look.id) ?? 'another' }))
      expect.soft(faultsIn(looks, rowHeight)).toEqual([])
      expect.soft(await sideways(page)).toBeLessThanOrEqual(0)
    })

    await test.step('in a thread', async () => {
      await page.goto(`/dashboard-admin/chats/${hostile.all}`)
      await page.getByTestId('message').first().waitFor()
      const bubbles = new Map((await lookAtThread(page)).map((look) => [look.id, look]))
      const missing = hostile.written.filter(
        ({ messageId, text }) => !bare(bubbles.get(messageId)?.text ?? '').startsWith(bare(text)),
      )
      expect.soft(missing.map(({ what }) => what)).toEqual([])
      const looks = hostile.written.flatMap(({ what, messageId }) => {
        const look = bubbles.get(messageId)
        return look ? [{ ...look, id: what }] : []
      })
      expect.soft(faultsIn(looks, bubbleHeight)).toEqual([])
      expect.soft(await sideways(page)).toBeLessThanOrEqual(0)
    })

    await test.step('above a thread, and as a customer', async () => {
      const worst = hostile.written.filter(({ text }) => text.length > 900).slice(0, 12)
      for (const { what, chatId } of worst) {
        await page.goto(`/dashboard-admin/chats/${chatId}/customer`)
        await page.getByTestId('composer').waitFor({ state: 'attached' })
        expect.soft(await sideways(page), what).toBeLessThanOrEqual(0)
      }
    })

    await test.step('set aside, where it is longer than WhatsApp allows', async () => {
      await page.goto('/dashboard-admin/health')
      await page.getByTestId('parked').first().waitFor()
      expect.soft(await sideways(page)).toBeLessThanOrEqual(0)
    })
    expect(done).toEqual([])
    await context.close()
  })
}
