/** The simulated channel. */
export const channelId = 'MANTIS-M72HC'
