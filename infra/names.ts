/** What a stage's stacks are called; all but the first bear its name. */
export const stackNames = (stage: string) => {
  const suffix = stage === 'prod' || stage === 'local' ? '' : `-${stage}`
  return { balas: `Balas${suffix}`, site: `BalasSite${suffix}` }
}

/** On everything a stage is made of, with the stage as its value. */
export const stageTag = 'balas:stage'

/** Where a stage keeps its secrets. */
export const parameterNames = (stage: string) => ({
  whapiToken: `/balas/${stage}/whapi-token`,
  webhookSecret: `/balas/${stage}/webhook-secret`,
  openaiKey: `/balas/${stage}/openai-key`,
})

/** Where a stage remembers with which settings it was deployed; no secret. */
export const settingsParameter = (stage: string) => `/balas/${stage}/settings`

/** In the site's bucket: what CloudFront shows, and what was deployed before. */
export const prefixes = { site: 'site', releases: 'releases' }

/** The host that a browser called, as the front door tells it to the socket. */
export const siteHostHeader = 'x-site-host'

/** What a ping is answered. */
export const pong = '{"type":"pong","at":"$context.requestTimeEpoch"}'
