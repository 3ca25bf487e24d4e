/** Where a stage keeps its secrets. */
export const parameterNames = (stage: string) => ({
  whapiToken: `/balas/${stage}/whapi-token`,
  webhookSecret: `/balas/${stage}/webhook-secret`,
  openaiKey: `/balas/${stage}/openai-key`,
})

/** What a ping is answered. */
export const pong = '{"type":"pong","at":"$context.requestTimeEpoch"}'
