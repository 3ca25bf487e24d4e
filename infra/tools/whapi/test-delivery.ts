import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from '../../local/refusal.ts'
import { secretHeader, type Wanted } from './settings.ts'

export interface TestDelivery extends Pick<Wanted, 'url' | 'secret'> {
  channelId: string
}

const meanings: Record<number | string, string> = {
  401: 'the functions know another secret; they read it anew within five minutes, so try again then',
  403: 'CloudFront or API Gateway refuses it',
  404: 'nothing is there: is the address the one of this stage?',
  429: 'too many deliveries come at once',
  503: 'the webhook could not store it; its log says why',
}

const pauseMs = 3000

const headers = (secret: string) => ({
  'content-type': 'application/json',
  [secretHeader]: secret,
})

/**
 * Delivers as the provider does, something that is no message. Answers its name. A site that was made just now
 * is not known everywhere yet: that wants several `tries`.
 */
export async function deliverTest(
  { url, secret, channelId }: TestDelivery,
  { tries = 1 } = {},
): Promise<string> {
  const id = randomUUID()
  const event = { type: 'test', event: 'post' }
  const body = JSON.stringify({ balas_test: [{ id }], event, channel_id: channelId })
  for (let left = tries - 1; ; left--) {
    const signal = AbortSignal.timeout(30_000)
    const answer = await fetch(url, {
      method: 'POST',
      headers: headers(secret),
      body,
      signal,
    }).then(
      ({ status }) => status,
      (error: Error) => String((error.cause as { code?: string })?.code ?? error.name),
    )
    if (answer === 200) return id
    const meaning = meanings[answer]
    if (left <= 0)
      throw new Refusal(
        `A test delivery to ${url} was answered ${answer}${meaning ? `: ${meaning}` : ''}.`,
      )
    await sleep(pauseMs)
  }
}
