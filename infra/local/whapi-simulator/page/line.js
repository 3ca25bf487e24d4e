import { words } from './words.js'

const kinds = {
  text: '',
  link_preview: '',
  image: '🖼️',
  sticker: '🖼️',
  video: '🎞️',
  voice: '🎤',
  audio: '🎧',
  document: '📄',
  location: '📍',
  live_location: '📍',
  contact: '👤',
  contact_list: '👥',
  poll: '📊',
  order: '🛒',
  event: '📅',
}
const labelOf = ({ kind }) => kinds[kind] ?? `[${kind}]`

/** What a bubble says, in one line. */
export function lineOf(bubble) {
  if (bubble.deleted) return words.deleted
  return [labelOf(bubble), bubble.text].filter(Boolean).join(' ')
}

export const initials = (name) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map(([first = '']) => first.toUpperCase())
    .join('')

export const readable = (phone) => `+${phone}`.replace(/^(\+62)(\d{3})(\d{4})(\d+)$/, '$1 $2-$3-$4')
