export const words = {
  notes: 'Notes',
  notesHint: 'For your team; the customer never sees them.',
  addName: 'Add a name',
  addEmail: 'Add an email',
  addAddress: 'Add an address',
  addNotes: 'Add a note',
  firstSeen: 'First seen',
  labels: 'Labels',
  topics: 'Previous topics',
  saved: 'Saved',
  changed: (value: string) => `Somebody changed this meanwhile to “${value}”.`,
  emptied: 'Somebody emptied this meanwhile.',
  mine: 'Keep mine',
  theirs: 'Take that',
  email: 'That is no email address.',
  tooLong: 'That is too long.',
  topic: 'Closed. What was it about?',
  topicPlaceholder: 'e.g. Delivery of an order',
  keepTopic: 'Keep',
  noTopic: 'Skip',
}

export type CustomerWords = typeof words
