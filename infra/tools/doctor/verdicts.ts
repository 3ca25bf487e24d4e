import { ago, type Finding, fine, note, wrong } from './finding.ts'

/** What AWS still lets pass is five minutes; tokens forgive less. */
const skewMs = 60_000

export function onClock(theirs: string | null, now = Date.now()): Finding {
  const skew = theirs ? now - Date.parse(theirs) : Number.NaN
  if (Number.isNaN(skew)) return note('clock', 'the site does not tell its time')
  if (Math.abs(skew) < skewMs) return fine('clock', 'right')
  const seconds = Math.round(Math.abs(skew) / 1000)
  return wrong(
    'clock',
    `this machine's is ${seconds} s ${skew > 0 ? 'ahead' : 'behind'}`,
    'Set it by the network: AWS refuses calls of those who are five minutes off.',
  )
}

/** What WHAPI's words for a channel ask for. */
const channelAdvice: Record<string, string> = {
  QR: "Link the number again: scan the code on the dashboard's health page with the shop's phone.",
  STOP: 'The channel is stopped: start it in panel.whapi.cloud.',
  LAUNCH: 'It is on its way up: look again in a minute.',
  INIT: 'It is on its way up: look again in a minute.',
  SYNC_ERROR: 'WhatsApp does not finish: restart the channel in panel.whapi.cloud.',
}

export const onChannel = (state: string): Finding =>
  state === 'AUTH'
    ? fine('WhatsApp', 'linked')
    : wrong(
        'WhatsApp',
        `not linked: ${state}. What you write waits, and goes out when it is back`,
        channelAdvice[state] ?? 'Look at the channel in panel.whapi.cloud.',
      )

export const onWebhook = (url: string, drift: string[]): Finding =>
  drift.length === 0
    ? fine('webhook', `WHAPI delivers to ${url}`)
    : wrong('webhook', `not as it should be: ${drift.join('; ')}`, 'npm run connect-whapi')

export function onLastNews(at: string | undefined, now = Date.now()): Finding {
  if (!at) return note('chats', 'none yet', 'Write to your number from another phone.')
  return note('chats', `something happened ${ago(at, now)}`)
}

const manyWaiting = 100

export function onQueue(
  name: string,
  { waiting, failed }: { waiting: number; failed: number },
): Finding {
  if (failed > 0)
    return wrong(
      `${name} queue`,
      `${failed} jobs failed three times${waiting ? `, ${waiting} wait` : ''}`,
      "Look at the dashboard's health page: it says why, and can do them again.",
    )
  if (waiting > manyWaiting)
    return note(
      `${name} queue`,
      `${waiting} jobs wait`,
      'Look again in a minute; it should be less.',
    )
  return fine(
    `${name} queue`,
    waiting ? `${waiting} jobs wait, none failed` : 'empty, nothing failed',
  )
}

const oldMs = 60_000

export function onOldestUnsent(
  at: string | undefined,
  isLinked: boolean,
  now = Date.now(),
): Finding {
  if (!at) return fine('unsent', 'nothing')
  if (now - Date.parse(at) < oldMs) return fine('unsent', 'on its way')
  const says = `the oldest message waits since ${at} (${ago(at, now)})`
  return wrong(
    'unsent',
    says,
    isLinked
      ? "It goes out within five minutes (tick). If it does not, look at the dashboard's health page."
      : 'It waits for WhatsApp to be linked.',
  )
}
