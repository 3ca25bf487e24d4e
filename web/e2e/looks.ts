import AxeBuilder from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'

export interface Look {
  widths: [number, ...number[]]
  schemes: ('light' | 'dark')[]
}

/** What fades or slides has come to rest. */
const atRest = (page: Page) =>
  page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })

/** The levels A and AA of WCAG 2.2, and all that leads there. */
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** Nobody is shut out, and nothing sticks out sideways. */
async function expectOpen(page: Page, screen: string) {
  // Legacy mode opens no page of its own for each time; it misses frames of other origins, and we have none.
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).setLegacyMode().analyze()
  const barriers = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  )
  expect.soft(barriers, screen).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect.soft(wide, `${screen} is wider than its window`).toBeLessThanOrEqual(0)
}

/** A screen is open to all in whatever width and colours; it is known by something it shows, or is there. */
export async function everyLook(
  page: Page,
  screen: string,
  shown: Locator | undefined,
  { widths, schemes }: Look,
): Promise<void> {
  const height = page.viewportSize()?.height ?? 844
  for (const width of widths)
    for (const colorScheme of schemes) {
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme })
      if (shown) await expect(shown, screen).toBeVisible()
      await atRest(page)
      await expectOpen(page, `${screen} at ${width} px, ${colorScheme}`)
    }
  await page.setViewportSize({ width: widths[0], height })
}
