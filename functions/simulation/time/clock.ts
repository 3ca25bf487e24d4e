interface Entry {
  at: number
  order: number
  background: boolean
  run: (() => void) | undefined
}

export interface Clock {
  readonly now: number
  /** How many things have happened: the order of all that is observed. */
  readonly step: number
  /** What is in the background, such as the next tick, keeps nobody waiting. */
  in(ms: number, run: () => void, background?: boolean): () => void
  /** Lets things happen, one by one, until nothing is due or `enough` says so. */
  run(enough?: () => boolean): Promise<void>
}

/** No seed needs a tenth of it. */
const endless = 60_000

const { setImmediate } = globalThis

/** All promises that can go on have gone on. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

const before = (a: Entry, b: Entry) => a.at < b.at || (a.at === b.at && a.order < b.order)

/** Virtual time: it stands still while code runs, and jumps to whatever is due next. */
export function clockAt(startMs: number): Clock {
  const heap: Entry[] = []
  let now = startMs
  let step = 0
  let order = 0
  let foreground = 0

  function push(entry: Entry) {
    let i = heap.push(entry) - 1
    while (i > 0) {
      const parent = (i - 1) >> 1
      if (!before(entry, heap[parent] as Entry)) break
      heap[i] = heap[parent] as Entry
      i = parent
    }
    heap[i] = entry
  }

  function pop(): Entry | undefined {
    const [first] = heap
    const last = heap.pop()
    if (!first || !last || first === last) return first
    let i = 0
    for (;;) {
      let child = 2 * i + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && before(heap[child + 1] as Entry, heap[child] as Entry)) child++
      if (!before(heap[child] as Entry, last)) break
      heap[i] = heap[child] as Entry
      i = child
    }
    heap[i] = last
    return first
  }

  return {
    get now() {
      return now
    },
    get step() {
      return step
    },
    in(ms, run, background = false) {
      const entry: Entry = { at: now + Math.max(0, ms), order: order++, background, run }
      if (!background) foreground++
      push(entry)
      return () => {
        if (entry.run && !background) foreground--
        entry.run = undefined
      }
    },
    async run(enough = () => foreground === 0) {
      await settled()
      while (!enough()) {
        const entry = pop()
        if (!entry) return
        const { run, background } = entry
        if (!run) continue
        now = entry.at
        if (++step > endless) throw new Error(`Nothing comes to rest, in ${endless} steps`)
        entry.run = undefined
        if (!background) foreground--
        run()
        await settled()
      }
    },
  }
}
