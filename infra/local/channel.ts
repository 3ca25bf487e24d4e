/** The simulated channel, and the header its deliveries carry the secret in. */
export const channelId = 'MANTIS-M72HC'
export const secretHeader = 'X-Webhook-Secret'
