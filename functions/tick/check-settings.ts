import { settingsDrift } from '../channels/whapi/drift.ts'
import * as ChannelSettings from '../domain/channel/channel-settings.ts'
import * as ProviderCalls from '../domain/channel/provider-calls.ts'
import { log } from '../lib/log.ts'

const hourMs = 3600_000
const everyMs = 24 * hourMs
/** Somebody may have put it right by then. */
const whileWrongMs = 3 * hourMs

/** How many of the channel's settings are not as they should be: asked once a day, and remembered in between. */
export async function checkSettings(mayAsk: boolean, now: number): Promise<number> {
  const known = await ChannelSettings.get()
  const before = known?.drift ?? []
  const restMs = before.length > 0 ? whileWrongMs : everyMs
  const isDue = !known || now - Date.parse(known.checkedAt) >= restMs
  if (!mayAsk || !isDue || !(await ProviderCalls.spend('check', now))) return before.length
  const found = await settingsDrift()
  if (found?.length) log('settings drift', { what: found.join(', ') })
  // Whoever does not answer is asked again later: the day's calls are few.
  const drift = found ?? before
  await ChannelSettings.note(drift, now)
  return drift.length
}
