import type { SendProblem } from '../../../../shared/message.ts'

/** The words of an open chat, besides those that the list needs too. */
export const words = {
  media: {
    notYet: 'The file itself cannot be opened here yet.',
    viewOnce: 'To be seen once, on the phone only.',
    pages: (count: number) => (count === 1 ? '1 page' : `${count} pages`),
    noName: 'Without a name',
  },
  location: { open: 'Open the map', live: 'The place may have changed since' },
  poll: {
    votes: (count: number) => (count === 1 ? '1 vote' : `${count} votes`),
    one: 'One answer may be chosen',
    several: 'Several answers may be chosen',
  },
  choices: 'What can be tapped on the phone',
  order: {
    items: (count: number) => (count === 1 ? '1 item' : `${count} items`),
    number: (id: string) => `Order ${id}`,
    status: { new: 'New', accepted: 'Accepted', canceled: 'Cancelled' },
  },
  event: { canceled: 'Cancelled', join: 'Join' },
  call: {
    missed: { voice: 'Missed voice call', video: 'Missed video call' },
    canceled: { voice: 'Voice call, not answered', video: 'Video call, not answered' },
    ringing: { voice: 'Voice call is ringing', video: 'Video call is ringing' },
    other: { voice: 'Voice call', video: 'Video call' },
  },
  quote: { jump: 'Go to the quoted message', lost: 'This message is not here, or not any more.' },
  news: {
    mark: 'New messages',
    count: (count: number) => (count === 1 ? '1 new message' : `${count} new messages`),
  },
  reactions: 'Reactions',
  reacted: (emoji: string, names: string) => `${emoji} ${names}`,
  fold: { more: 'Read more', less: 'Read less' },
  edited: {
    mark: 'Edited',
    show: 'What it said before',
    hide: 'Hide what it said before',
    until: (when: string) => `until ${when}`,
    none: 'What it said before is not known.',
  },
  deleted: { tombstone: 'This message was deleted', show: 'What it said' },
  recovered: { mark: 'Recovered', hint: 'Recovered from WhatsApp’s history' },
  pending: {
    reaction: 'Reacting…',
    unreaction: 'Taking the reaction back…',
    edit: 'Changing…',
    deletion: 'Deleting…',
    by: (name: string) => `Asked for by ${name}`,
    refused: {
      reaction: (emoji: string) =>
        `The reaction ${emoji} was not sent: the customer does not see it.`,
      unreaction: 'The reaction was not taken back: the customer still sees it.',
      edit: 'The message was not changed: the customer still sees the old words.',
      deletion: 'The message was not deleted: the customer still sees it.',
    },
    drop: 'Drop',
    /** Why WhatsApp did not take a change, where that is another reason than for a message. */
    why: {
      forbidden: 'WhatsApp does not allow it here. The customer may have blocked this number.',
      too_large: 'It is too long for WhatsApp.',
      rejected:
        'WhatsApp did not accept it. The message may be too old, or of a kind that does not allow it.',
      rate_limited: 'WhatsApp says: too much at once. Wait a few minutes, then try again.',
      unreachable: 'WhatsApp could not be reached. Try again later.',
      timeout: 'WhatsApp did not answer in time. Try again.',
      provider_error: 'WhatsApp had a problem. Try again later.',
    },
  },
  unsent: {
    failed: (count: number) =>
      count === 1 ? 'One message here was not sent.' : `${count} messages here were not sent.`,
    unknown: (count: number) =>
      count === 1
        ? 'Of one message nobody knows whether it was sent.'
        : `Of ${count} messages nobody knows whether they were sent.`,
    show: 'Show',
    notFound: 'It could not be found. Scroll up to look for it.',
  },
  replace: { what: 'In place of the message that was not sent', cancel: 'Do not replace it' },
  hiddenSender: 'Hidden number',
  waitsForWhatsApp: 'waits for WhatsApp',
  menu: {
    open: 'Actions for this message',
    react: 'React',
    reactWith: (emoji: string) => `React with ${emoji}`,
    unreact: 'Remove reaction',
    reply: 'Reply',
    edit: 'Edit',
    copy: 'Copy text',
    copyLink: 'Copy link',
    remove: 'Delete for everyone',
    removeSure: 'Delete this message on the customer’s phone too?',
    details: 'Details',
  },
  timeline: {
    label: 'What became of it',
    written: 'Written',
    queued: 'Queued',
    edited: 'Edited',
    deleted: 'Deleted',
    dropped: 'Left unsent',
  },
  details: {
    status: 'Status',
    kind: 'Kind',
    writer: 'Written by',
    id: 'Id',
  },
  reply: { to: (name: string) => `Reply to ${name}`, cancel: 'Do not quote' },
  group: {
    label: 'Group',
    show: 'Group details',
    participants: (count: number) => (count === 1 ? '1 participant' : `${count} participants`),
    admin: 'Admin',
    you: 'You',
    name: 'Name',
    since: 'Known since',
  },
  join: {
    ask: 'This is the same customer as …',
    search: 'Search by name or number',
    none: 'No other chat matches.',
    sure: (name: string, number: string) =>
      `Show this chat and the one with ${name} (${number}) as one? Nothing is lost, and an admin can take them apart again.`,
    join: 'Show as one',
  },
  merged: {
    label: 'One person, two ids',
    since: (when: string) =>
      `WhatsApp named this person in two ways. Both are shown as one chat since ${when}.`,
    split: 'Take apart',
    sure: 'Take the two chats apart? Nothing is lost; each goes on by itself.',
  },
  /** Why WhatsApp did not take something, and what can be done. */
  why: {
    not_on_whatsapp: 'This number is not on WhatsApp. Check the number.',
    forbidden: 'WhatsApp does not let this number write there. The customer may have blocked it.',
    too_large: 'It is too large for WhatsApp. Make it shorter or smaller.',
    rejected: 'WhatsApp did not accept it as it is. Change it and send it again.',
    gone: 'WhatsApp does not have this message any more.',
    rate_limited: 'WhatsApp says: too many messages. Wait a few minutes, then send it again.',
    unreachable: 'WhatsApp could not be reached. Send it again later.',
    timeout: 'WhatsApp did not answer in time. Look at the phone before you send it again.',
    provider_error: 'WhatsApp had a problem. Look at the phone before you send it again.',
    unnamed: 'WhatsApp answered, but not clearly. Look at the phone before you send it again.',
    interrupted: 'Sending was interrupted. Look at the phone before you send it again.',
    taken_over: 'A person took over first.',
  } satisfies Record<SendProblem, string>,
  panes: { list: 'Width of the chat list', customer: 'Width of the customer panel' },
  botProblem: {
    answered: (status: string) => `OpenAI answered ${status}.`,
    slow: 'OpenAI took too long.',
    unreachable: 'OpenAI could not be reached.',
    often: 'it answered six times in ten minutes, so a person should look.',
    today: 'it answered forty times today, so a person should look.',
    alike: 'the customer wrote the same three times, so a person should look.',
    tokens: 'OpenAI’s tokens for today are used up, so it used a prepared answer.',
  },
}

export type ThreadWords = typeof words
