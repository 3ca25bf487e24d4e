/** Every AWS client waits one second for a connection, two for an answer, and tries twice. */
export const clientDefaults = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 2000 },
}
