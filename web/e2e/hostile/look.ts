import type { Page } from '@playwright/test'

/** What one row of the list, or one message of a thread, looks like. */
export interface Look {
  id: string
  text: string
  height: number
  /** How far it reaches out of what holds it, sideways. */
  out: number
  /** Elements and addresses that no text should have made. */
  strange: string[]
}

type Asked = [selector: string, name: string, step: number, patience: number]
/** So many looks of 40 ms without anything new are the end. */
const patience = 120

/** In the page: looks at all that is there of `selector` while scrolling from end to end. */
async function lookAt([selector, name, step, patience]: Asked): Promise<Look[]> {
  const allowed =
    /^(a|article|button|code|div|em|strong|b|i|s|del|header|footer|img|li|ol|p|path|svg|rect|circle|line|polyline|polygon|ellipse|span|time|ul|section|h[1-6]|pre|q|blockquote|mark)$/
  const found = new Map<string, Look>()
  let box = document.querySelector(selector)?.parentElement
  while (box && !/auto|scroll/.test(getComputedStyle(box).overflowY)) box = box.parentElement
  if (!box) throw new Error(`Nothing scrolls around ${selector}`)
  const look = () => {
    const { left, right } = box.getBoundingClientRect()
    // What a bubble cuts off does not reach out of it.
    const isCut = (it: Element): boolean =>
      it !== box &&
      (getComputedStyle(it).overflowX !== 'visible' ||
        Boolean(it.parentElement && isCut(it.parentElement)))
    const outOf = (it: Element) => {
      const rect = it.getBoundingClientRect()
      const out = Math.max(left - rect.left, rect.right - right)
      return out > 1 && it.parentElement && isCut(it.parentElement) ? 0 : out
    }
    for (const element of document.querySelectorAll<HTMLElement>(selector)) {
      const rect = element.getBoundingClientRect()
      const inner = [...element.querySelectorAll('*')]
      const links = [...element.querySelectorAll('a')].map(({ href }) => href)
      const images = [...element.querySelectorAll('img')].map(({ src }) => src)
      const id = element.dataset[name] ?? ''
      found.set(id, {
        id,
        text: element.textContent ?? '',
        height: Math.round(rect.height),
        out: Math.round(Math.max(left - rect.left, rect.right - right, ...inner.map(outOf))),
        strange: [
          ...inner.map(({ localName }) => localName).filter((it) => !allowed.test(it)),
          ...links.filter((it) => !/^(https?|mailto|tel):/.test(it)),
          ...images.filter((it) => !/^(data:image|blob:|https?:\/\/127)/.test(it)),
        ],
      })
    }
  }
  for (let still = 0; still < patience; ) {
    const before = `${box.scrollTop} ${box.scrollHeight} ${found.size}`
    look()
    box.scrollTop += step
    await new Promise((resolve) => setTimeout(resolve, 40))
    still = before === `${box.scrollTop} ${box.scrollHeight} ${found.size}` ? still + 1 : 0
  }
  return [...found.values()]
}

/** Down, and up again: a row that comes late may belong above those that were looked at. */
export async function lookAtList(page: Page): Promise<Look[]> {
  const go = (step: number, patience: number) =>
    page.evaluate(lookAt, ['[data-testid=chat-row]', 'chatId', step, patience] as Asked)
  const looks = [...(await go(500, patience)), ...(await go(-500, 10))]
  return [...new Map(looks.map((look) => [look.id, look])).values()]
}

export const lookAtThread = (page: Page) =>
  page.evaluate(lookAt, ['[data-testid=message]', 'messageId', -400, patience] as Asked)

/** How much wider than the window the page is. */
export const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
