import type { IgnoredName } from '../../../../shared/ignored.ts'
import type { ParkedCode, ParkedThing } from '../../../../shared/parked.ts'

const count = (n: number, one: string, many: string) => (n === 1 ? one : `${n} ${many}`)

/** The words of the health page. */
export const words = {
  title: 'Health',
  refresh: 'Refresh',
  at: (when: string) => `As of ${when}`,
  detail: 'Technical detail',
  fine: 'All is well.',
  unsure: 'Not everything is known yet.',
  trouble: (count: number) => (count === 1 ? 'One thing needs you.' : `${count} things need you.`),
  channel: {
    title: 'WhatsApp',
    connected: 'Connected.',
    disconnected: 'Not connected. What your team writes waits in order.',
    unknown: 'Not known yet. Balas is asking now; this takes a few seconds.',
    unanswered: 'Not known: WhatsApp’s provider did not answer. Balas asks again every 15 minutes.',
    since: (when: string) => `Since ${when}.`,
    checked: (when: string) => `Looked at ${when}.`,
    code: (code: string) => `The provider’s word for it: ${code}`,
    advice: {
      scan: 'The shop’s number is logged out. On its phone: WhatsApp, Linked devices, Link a device. Then scan this picture.',
      link: 'The shop’s number is logged out. Open WHAPI’s panel, choose the channel, and scan the picture there with the shop’s phone.',
      pay: 'The account at WHAPI is unpaid or its trial is used up. Pay it in WHAPI’s panel.',
      token:
        'WHAPI does not recognise this shop. Ask whoever set Balas up to compare the channel and its secret key (token) with WHAPI’s panel.',
      wait: 'Wait a few minutes. If it stays so, look at the channel in WHAPI’s panel and restart it there.',
    },
    unheard: 'At WHAPI nothing leads to Balas any more: no message comes in at once.',
    drift:
      'At WHAPI something is set up otherwise than Balas needs it: messages or their ticks may come late.',
    mend: 'Ask whoever set Balas up to run “npm run connect-whapi”.',
    qr: 'Picture to scan with the shop’s phone',
    qrOld: 'This picture is too old to scan; a new one follows.',
    qrUntil: (when: string) => `Good until ${when}; a new one follows.`,
  },
  queues: {
    title: 'Going out',
    bot: 'The bot’s work',
    outbound: 'Messages to send',
    waiting: (n: number) => (n === 0 ? 'none waiting' : `${n} waiting`),
    failed: (n: number) => `${n} stuck`,
    advice: 'Stuck means: tried three times. Look at what else is wrong here, then try again.',
    again: 'Try again',
    replayed: (n: number) => count(n, 'One is on its way again.', 'are on their way again.'),
    oldest: (span: string) => `The oldest has been waiting for ${span}.`,
    forChannel: 'They go out by themselves, in order, once WhatsApp is connected again.',
  },
  messages: {
    title: 'Messages that need somebody',
    none: 'None. No message failed, and none is in doubt.',
    unknown: (n: number) =>
      n === 1
        ? 'Of one message nobody knows whether it went out.'
        : `Of ${n} messages nobody knows whether they went out.`,
    failed: (n: number) =>
      count(
        n,
        'One message of the last days did not go out.',
        'messages of the last days did not go out.',
      ),
    status: {
      unknown: 'Sent or not: nobody knows',
      failed: 'Not sent',
      queued: 'Still waiting',
    },
    remedy: {
      unknown:
        'Look at the shop’s phone. If the message is there, mark it as sent in the chat; if not, send it again.',
      failed: 'WhatsApp did not take it. Open the chat and look at it there.',
      queued: 'Balas tries again every five minutes.',
    },
    ago: (span: string) => `${span} ago`,
    open: (name: string) => `Open the chat with ${name}`,
    more: (n: number) => `And ${n} more.`,
  },
  ledger: {
    title: 'Comparison with WhatsApp',
    why: 'Balas compares its messages with WhatsApp’s own history, and fetches what is missing.',
    none: 'Not compared yet.',
    runs: 'The last comparisons',
    nothing: 'There was nothing to compare the last time.',
    even: (n: number) =>
      n === 1
        ? 'The last time there was one, and it was here.'
        : `The last time all ${n} were here.`,
    recovered: (n: number) =>
      count(n, 'One was missing and is here now.', 'were missing and are here now.'),
    missing: (n: number) =>
      count(
        n,
        'One is missing still; the next comparison tries again.',
        'are missing still; the next comparison tries again.',
      ),
    problem: 'The last comparison did not work.',
    cause: {
      channel_lost: 'WhatsApp was not connected. The next one makes up for it.',
      no_answer: 'WhatsApp did not answer. Balas tries again in half an hour.',
      rate_limited: 'WhatsApp asked for a pause. Balas tries again in half an hour.',
    },
    notStored: (n: number) =>
      count(
        n,
        'One message could not be stored. It is under “Set aside”.',
        'messages could not be stored. They are under “Set aside”.',
      ),
    period: (from: string, to: string) => `Messages of ${from}–${to}`,
    received: 'At WhatsApp',
    stored: 'Here',
    fetched: 'Fetched',
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
      comments: 'Comments',
      'event responses': 'Answers to invitations',
      'disappearing messages': 'Changes of when messages disappear',
      'media notices': 'Notices about files',
      presences: 'Who is online, in groups',
      noise: 'Empty messages of WhatsApp itself',
      logins: 'Linking of the number',
      labels: 'Labels (they come with the chats)',
      service: 'Notices of WhatsApp’s provider',
      'cleared chats': 'Chats emptied on the phone (they are kept here)',
      'removed chats': 'Chats removed on the phone (they are kept here)',
      'pending receipts': 'Receipts that say nothing yet',
      'ringing calls': 'Calls while they ring',
      'chats without news': 'Chats in which nothing changed',
      'requests to join': 'Requests to join a group',
      'QR codes without a picture': 'Linking pictures that were empty',
      'other updates': 'Other updates',
      'other fields': 'Small additions that say nothing',
    } satisfies Record<IgnoredName, string>,
    calls: (today: number, allowed: number) =>
      `Questions to WhatsApp’s provider today: ${today} of ${allowed}.`,
    callsAdvice: 'More are not asked until tomorrow. Sending is not counted and goes on.',
  },
  parked: {
    title: 'Set aside',
    none: 'Nothing. Everything that came was understood, and every task was done.',
    why: 'What Balas could not read or do. It is kept for 30 days. Try it again, above all after an update of Balas; what you do not need you can dismiss.',
    /** Without its own words: of long ago, or newer than this page. */
    unknown: 'Something could not be read or done.',
    thing: {
      message: 'A message',
      change: 'A change of a message',
      deletion: 'A deletion',
      receipt: 'News of a message we sent',
      chat: 'News of a chat',
      group: 'News of a group',
      presence: 'News of who is online',
      call: 'A call',
      channel: 'News of the connection',
      bot: 'A task of the bot',
      outbound: 'A task of sending',
    } satisfies Record<ParkedThing, string>,
    anything: 'Something in a delivery',
    reason: {
      no_json: () => 'What came is no delivery of WhatsApp’s.',
      no_delivery: () => 'What came is no delivery of WhatsApp’s.',
      other_channel: () => 'It was meant for another shop’s channel.',
      too_deep: () => 'It is built in a way that Balas does not read.',
      too_much: () => 'Very much came at once. This part waits and is taken in by itself.',
      malformed: (thing: string) => `${thing} is written in a way that Balas does not know.`,
      incomplete: (thing: string) => `${thing} came without something that it needs.`,
      unknown_kind: (thing: string) => `${thing} is of a kind that Balas does not know.`,
      too_long: (thing: string) => `${thing} is longer than WhatsApp allows.`,
      new_field: () => 'WhatsApp sends something new that Balas does not know yet.',
      provider_error: () => 'WhatsApp’s provider reports a fault of its own.',
      unreadable: (thing: string) => `${thing} could not be read.`,
      not_stored: (thing: string) => `${thing} from WhatsApp’s history could not be stored.`,
      job_failed: (thing: string) => `${thing} failed three times.`,
    } satisfies Record<ParkedCode, (thing: string) => string>,
    hint: {
      other_channel:
        'Does another shop use the same account? Then it is not yours: dismiss it. Else ask whoever set Balas up.',
      provider_error: 'Look at WHAPI’s panel. If all is well there, dismiss it.',
      job_failed: 'Look at the chat: is something missing there? Then try it again.',
    },
    again: 'Try again',
    stored: (n: number) => count(n, 'One message stored.', 'messages stored.'),
    onItsWay: 'It is on its way again.',
    nothingNew: 'Read now; there was nothing new in it.',
    still: (n: number) => count(n, 'One part still cannot be read.', 'parts still cannot be read.'),
    more: 'Show more',
    dismiss: 'Dismiss',
    sure: 'Is nothing to be done about it? It is kept until it expires, with your name, and no longer counted.',
    dismissed: (name: string, when: string) => `Dismissed by ${name}, ${when}`,
    showDismissed: 'Show what was dismissed',
    hideDismissed: 'Hide what was dismissed',
    noneDismissed: 'Nothing was dismissed.',
  },
  settings: {
    title: 'Settings',
    open: 'Blue ticks, opening hours and the bot’s texts are decided in the settings',
  },
}

export type HealthWords = typeof words
