import * as z from 'zod'
import { Refusal } from '../../local/refusal.ts'
import { ask, type Provider } from './provider.ts'
import { changesOf, driftOf, keptOthers, Settings, type Wanted, withoutOurs } from './settings.ts'

const Available = z.array(z.object({ type: z.string(), method: z.string() }))

const settingsAt = async (provider: Provider) =>
  Settings.parse(await ask(provider, 'GET', '/settings'))

/** Some plans tell fewer kinds of news; one that does not say so tells all. */
async function availableAt(provider: Provider) {
  const answer = await ask(provider, 'GET', '/settings/events').catch(() => undefined)
  const { data } = Available.safeParse(answer)
  return data?.length ? data : undefined
}

const complete = async (
  provider: Provider,
  wanted: Omit<Wanted, 'available'>,
): Promise<Wanted> => ({
  ...wanted,
  available: await availableAt(provider),
})

/** In which ways the channel is not set up as Balas wants it. */
export async function drift(
  provider: Provider,
  wanted: Omit<Wanted, 'available'>,
): Promise<string[]> {
  return driftOf(await settingsAt(provider), await complete(provider, wanted))
}

/**
 * Sets the channel up: reads its settings, asks for what is missing, and reads again whether it is so. Answers
 * what had to be put right.
 */
export async function connect(
  provider: Provider,
  wanting: Omit<Wanted, 'available'>,
): Promise<string[]> {
  const wanted = await complete(provider, wanting)
  const before = await settingsAt(provider)
  const changes = changesOf(before, wanted)
  if (Object.keys(changes).length === 0) return []
  await ask(provider, 'PATCH', '/settings', changes)
  const after = await settingsAt(provider)
  const left = driftOf(after, wanted)
  if (left.length > 0)
    throw new Refusal(
      `WHAPI took the settings, and still: ${left.join('; ')}. Look at panel.whapi.cloud.`,
    )
  if (!keptOthers(before, after, wanted))
    throw new Refusal(
      'WHAPI changed the webhooks of other programs, too. Look at panel.whapi.cloud.',
    )
  return driftOf(before, wanted)
}

/** The channel delivers to us no more; to others as before. */
export async function disconnect(provider: Provider, wanted: Wanted): Promise<void> {
  const changes = withoutOurs(await settingsAt(provider), wanted)
  if (changes.webhooks) await ask(provider, 'PATCH', '/settings', changes)
}
