export const words = {
  offline: 'No connection.',
  asOf: (ago: string) => `This is how it was ${ago} ago.`,
  nothing: 'Nothing is known yet.',
  keeps: 'What you write waits here and goes out by itself.',
  waiting: (count: number) => (count === 1 ? 'One message waits.' : `${count} messages wait.`),
  ask: 'Shall this device tell you when a customer writes and you look elsewhere?',
  yes: 'Notify me',
  no: 'No',
  update: 'A new version of Balas is ready.',
  reload: 'Use it now',
  later: 'Later',
  attention: 'New messages',
  sound: 'Sound',
  notify: 'Notifications',
  denied: 'Notifications are blocked in this browser’s settings.',
}

export type AttentionWords = typeof words
