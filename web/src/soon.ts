import { pause } from './backoff.ts'
import { whenIdle } from './idle.ts'

/** On a slow network, all else waits no longer than this. */
const mostMs = 1_000

let tell = () => {}
/** When what one looks at first is there. */
const firstScreen = new Promise<void>((resolve) => {
  tell = resolve
})

/** Says what the first screen waits for. Where the files are kept on this device, nothing has to make way for it. */
export async function beginWith(first: Promise<unknown> | undefined): Promise<void> {
  const areFilesHere = Boolean(navigator.serviceWorker?.controller)
  if (!areFilesHere) {
    await Promise.race([first, pause(mostMs)])
    await whenIdle()
  }
  tell()
}

/** What is beside and behind the first screen; never in its way. */
export async function loadLater() {
  await firstScreen
  return import('./later.ts')
}

/** Long after the first screen, when there is nothing else to do. */
export async function whenQuiet(ms: number): Promise<void> {
  await firstScreen
  await new Promise((resolve) => setTimeout(resolve, ms))
  await whenIdle()
}
