import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from '../../local/refusal.ts'
import { secretHeader, type Wanted } from './settings.ts'

export interface TestDelivery extends Pick<Wanted, 'url' | 'secret'> {
  channelId: string
}

const meanings: Record<number, string> = {
  401: 'the functions know another secret; they read it anew within five minutes, so try again then',
  403: 'CloudFront or API Gateway refuses it',
  404: 'nothing is there: is the address the one of this stage?',
  429: 'too many deliveries come at once',
  503: 'the webhook could not store it; its log says why',
}

const attempts = 40
const pauseMs = 3000

/**
 * Delivers as the provider does, something that is no message. Answers its name. A site that was made just now
 * may not be known everywhere yet, so for a while it tries again.
 */
export async function deliverTest(
  { url, secret, channelId }: TestDelivery,
  { patience = 1 } = {},
): Promise<string> {
  const id = randomUUID()
  let problem = ''
  for (let attempt = 1; attempt <= attempts * patience; attempt++) {
    const status = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [secretHeader]: secret },
      body: JSON.stringify({
        balas_test: [{ id }],
        event: { type: 'test', event: 'post' },
        channel_id: channelId,
      }),
      signal: AbortSignal.timeout(30_000),
    }).then(
      (response) => response.status,
      (error: Error) => String((error.cause as { code?: string })?.code ?? error.name),
    )
    if (status === 200) return id
    problem = `${status}${typeof status === 'number' && meanings[status] ? `: ${meanings[status]}` : ''}`
    if (patience === 0 || (typeof status === 'number' && status !== 503 && status !== 403)) break
    await sleep(pauseMs)
  }
  throw new Refusal(`A test delivery to ${url} was answered ${problem}.`)
}
