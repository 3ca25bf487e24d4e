import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from '../../local/refusal.ts'
import type { DeployedSite } from '../cloud/outputs.ts'

const tries = 60
const pauseMs = 3000

/** What came of one call: the status of an answer, or why there was none. */
const ask = (url: string) =>
  fetch(`${url}/api/me`, { signal: AbortSignal.timeout(10_000) }).then(
    ({ status }) => status,
    (error: Error) => String((error.cause as { code?: string })?.code ?? error.name),
  )

/**
 * Waits until the site answers: a new one is not known everywhere at once. An own domain leads there only once
 * somebody has entered that in its DNS.
 */
export async function expectReachable(
  url: string,
  { DistributionDomain }: Pick<DeployedSite, 'DistributionDomain'>,
  domain: string | undefined,
  { patience = tries } = {},
): Promise<void> {
  let answer: number | string = ''
  for (let attempt = 0; attempt < patience; attempt++) {
    if (attempt) await sleep(pauseMs)
    answer = await ask(url)
    // Nobody is signed in: that is the API's own answer.
    if (answer === 401) return
    if (domain && answer === 'ENOTFOUND') break
  }
  throw new Refusal(
    domain
      ? `${url} does not lead to Balas yet (${answer}). Enter this in the DNS of the domain:\n\n` +
          `  ${domain}  CNAME  ${DistributionDomain}\n\nA few minutes later, run the same command again: it goes on from here.`
      : `${url} does not answer as it should (${answer}). Run the same command again in a few minutes.`,
  )
}
