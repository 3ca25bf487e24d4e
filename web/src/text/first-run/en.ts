export const words = {
  title: 'No chats yet',
  agent: 'They appear here by themselves when customers write, or when an admin gives you one.',
  admin: 'A few steps, and the first chat appears here by itself.',
  connected: 'WhatsApp is connected.',
  connect: 'Connect WhatsApp',
  write: 'Write to the shop’s number from another phone. The bot answers at once.',
  settings: 'Set the bot’s texts and your opening hours',
  team: 'Let your team in',
}

export type FirstRunWords = typeof words
