/** What is added to the page before its own code; it must be all of one piece. */
export function watchPage() {
  const watch = { longTasks: [] as number[], keys: [] as number[] }
  Object.assign(window, { watch })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watch.longTasks.push(duration)
  }).observe({ type: 'longtask' })
  // From the key to the first task after the frame that shows it.
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        watch.keys.push(performance.now() - timeStamp)
        port1.close()
      }
      requestAnimationFrame(() => port2.postMessage(0))
    },
    { capture: true },
  )
}

/** How long this machine takes for the same work as always: by it, what takes long is told from what is slow. */
export function calibrate(): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now()
    const names = Array.from({ length: 20_000 }, (_, at) => `name ${(at * 7919) % 20_011}`)
    const sorted = Object.fromEntries(names.sort().map((name, at) => [name, at]))
    return sorted['name 1'] === undefined ? 0 : performance.now() - start
  })
  return times.sort((a, b) => a - b)[2] ?? 0
}

export interface Watch {
  longTasks: number[]
  keys: number[]
}

/** Scrolls what holds the first of `selector` by `step` pixels a frame, so many frames. */
export async function scrollBy([selector, step, frames]: [string, number, number]) {
  let box = document.querySelector(selector)?.parentElement
  const scrolls = (it: Element) =>
    it.scrollHeight > it.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(it).overflowY)
  while (box && !scrolls(box)) box = box.parentElement
  if (!box) throw new Error(`Nothing scrolls around ${selector}`)
  let most = 0
  for (let frame = 0; frame < frames; frame++) {
    box.scrollTop += step
    await new Promise(requestAnimationFrame)
    most = Math.max(most, document.querySelectorAll(selector).length)
  }
  return { most, top: Math.abs(box.scrollTop), height: box.scrollHeight }
}

/** Waits for the frame after the one that shows a `selector` with these words. */
export async function whenShown([selector, words]: [string, string]) {
  const frame = () => new Promise(requestAnimationFrame)
  const isShown = () =>
    [...document.querySelectorAll(selector)].some(({ textContent }) => textContent.includes(words))
  while (!isShown()) await frame()
  await frame()
}
