/** The words of the health page. */
export const words = {
  title: 'Health',
  refresh: 'Refresh',
  at: (when: string) => `As of ${when}`,
  fine: 'All is well.',
  trouble: (count: number) => (count === 1 ? 'One thing needs you.' : `${count} things need you.`),
  channel: {
    title: 'WhatsApp',
    connected: 'Connected.',
    disconnected: 'Not connected. What your team writes waits in order.',
    unknown: 'Not known yet. Balas looks every five minutes.',
    since: (when: string) => `Since ${when}.`,
    checked: (when: string) => `Looked at ${when}.`,
    code: (code: string) => `WhatsApp’s provider says: ${code}`,
    advice: {
      scan: 'The shop’s number is logged out. On its phone: WhatsApp, Linked devices, Link a device. Then scan this picture.',
      link: 'The shop’s number is logged out. Open WHAPI’s panel, choose the channel, and scan the picture there with the shop’s phone.',
      pay: 'The account at WHAPI is unpaid or its trial is used up. Pay it in WHAPI’s panel.',
      token:
        'WHAPI does not know the channel or the token. Compare them with WHAPI’s panel and store the right token.',
      wait: 'Wait a few minutes. If it stays so, look at the channel in WHAPI’s panel and restart it there.',
    },
    qr: 'Picture to scan with the shop’s phone',
    qrOld: 'This picture is too old to scan; a new one follows.',
    qrUntil: (when: string) => `Good until ${when}; a new one follows.`,
  },
  queues: {
    title: 'Going out',
    bot: 'The bot’s work',
    outbound: 'Messages to send',
    waiting: (count: number) => `${count} waiting`,
    failed: (count: number) => `${count} failed`,
    advice: 'Failed means: tried three times. Look at what else is wrong here, then try again.',
    again: 'Try again',
    replayed: (count: number) =>
      count === 1 ? 'One is on its way again.' : `${count} are on their way again.`,
    oldest: (span: string) => `The oldest message that is still to go out waits ${span}.`,
    none: 'Nothing waits to go out.',
    unknown: (count: number) =>
      count === 1
        ? 'Of one message nobody knows whether it went out.'
        : `Of ${count} messages nobody knows whether they went out.`,
    unknownAdvice: 'They stand in their chats and ask to be decided: look at the shop’s phone.',
    noUnknown: 'Of every message it is known whether it went out.',
  },
  ledger: {
    title: 'Comparison with WhatsApp',
    why: 'Balas compares its messages with WhatsApp’s own history, and fetches what is missing.',
    none: 'Not compared yet.',
    runs: 'The last comparisons',
    nothing: 'There was nothing to compare the last time.',
    even: (count: number) => `The last time all ${count} were there.`,
    recovered: (count: number) =>
      count === 1 ? 'One was missing and is here now.' : `${count} were missing and are here now.`,
    missing: (count: number) => `${count} are missing still; the next comparison tries again.`,
    problem: 'The last comparison did not work:',
    columns: {
      when: 'When',
      period: 'Messages of',
      received: 'At WhatsApp',
      stored: 'Here',
      recovered: 'Recovered',
    },
    failed: 'Did not work',
  },
  traffic: {
    title: 'Left out on purpose',
    none: 'Nothing so far.',
    kinds: {
      stories: 'Status stories',
      newsletters: 'Channels that were followed',
      broadcasts: 'Broadcasts',
      pins: 'Pinned messages',
      votes: 'Single votes (the polls count them)',
      presences: 'Who is online, in groups',
      noise: 'Empty messages of WhatsApp itself',
      logins: 'Linking of the number',
      'pending receipts': 'Receipts that say nothing yet',
      'ringing calls': 'Calls while they ring',
      'chats without news': 'Chats in which nothing changed',
      'requests to join': 'Requests to join a group',
      'other updates': 'Other updates',
    },
    calls: (today: number, allowed: number) =>
      `Questions to WhatsApp’s provider today: ${today} of ${allowed}.`,
    callsAdvice: 'More are not asked until tomorrow. Sending is not counted and goes on.',
  },
  parked: {
    title: 'Deliveries that could not be read',
    none: 'None. Every delivery was understood.',
    why: 'They are kept for 30 days. After an update of Balas, try them again.',
    show: 'Show what came',
    hide: 'Hide what came',
    again: 'Try again',
    stored: (count: number) => (count === 1 ? 'One message stored.' : `${count} messages stored.`),
    nothingNew: 'Read now; there was nothing new in it.',
    still: (count: number) =>
      count === 1 ? 'One part still cannot be read.' : `${count} parts still cannot be read.`,
    more: 'Show more',
  },
  settings: {
    title: 'Settings',
    saved: 'Saved',
    receipts: {
      label: 'Customers see blue ticks',
      options: {
        'on-open': 'as soon as somebody opens the chat',
        'on-reply': 'when we answer',
        never: 'never',
      },
    },
    reopen: {
      label: 'When a customer writes in a closed chat',
      options: { bot: 'the bot answers', agent: 'your team answers' },
    },
    unassigned: {
      label: 'Chats that nobody has',
      options: { shown: 'agents see them', hidden: 'only admins see them' },
    },
  },
}

export type HealthWords = typeof words
