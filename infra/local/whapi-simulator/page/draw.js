import { language, words } from './words.js'

const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' })
const calendar = new Intl.DateTimeFormat(language, { dateStyle: 'long' })

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children.filter(Boolean))
  return made
}

const marks = {
  pending: 'M12 7v5l3 2M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18Z',
  sent: 'm5 13 4 4 9-10',
  delivered: 'm1 13 4 4 9-10m-2 8 2 2 9-10',
  failed: 'M12 7v6m0 3v1M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18Z',
}
marks.read = marks.delivered
marks.played = marks.delivered

function ticks(status) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(svg.namespaceURI, 'path')
  path.setAttribute('d', marks[status] ?? marks.sent)
  svg.append(path)
  const name = element('span', { class: 'unseen' }, words[status] ?? status)
  return element('span', { class: 'ticks' }, svg, name)
}

const kinds = { text: '', link_preview: '', image: '🖼️', sticker: '🖼️', voice: '🎤', audio: '🎧' }
const labelOf = ({ kind }) => kinds[kind] ?? `[${kind}]`

/** What a bubble says, in one line. */
export function lineOf(bubble) {
  if (bubble.deleted) return words.deleted
  return [labelOf(bubble), bubble.text].filter(Boolean).join(' ')
}

function contentOf(bubble) {
  if (bubble.deleted) return [element('em', {}, words.deleted)]
  const picture = bubble.picture && element('img', { src: bubble.picture, alt: bubble.kind })
  const text = picture ? bubble.text : lineOf(bubble)
  return [picture, text && element('p', {}, text)]
}

export function drawBubble(bubble) {
  const { timestamp } = bubble
  const at = new Date(timestamp > 1e12 ? timestamp : timestamp * 1000)
  const foot = element(
    'footer',
    {},
    bubble.edited && element('span', {}, words.edited),
    element('time', { datetime: at.toISOString() }, clock.format(at)),
    ticks(bubble.status),
  )
  const drawn = element(
    'li',
    {
      class: 'bubble',
      'data-testid': 'bubble',
      'data-id': bubble.id,
      'data-from': bubble.from,
      'data-status': bubble.status,
      'data-day': calendar.format(at),
    },
    bubble.quoted !== undefined && element('blockquote', {}, bubble.quoted),
    ...contentOf(bubble),
    foot,
  )
  if (bubble.reactions.length > 0) {
    drawn.append(element('span', { class: 'reactions' }, bubble.reactions.join('')))
  }
  return drawn
}

export const drawDay = (day) => element('li', { class: 'day' }, day)
export const drawEmpty = () => element('li', { class: 'day' }, words.empty)

export const initials = (name) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map(([first = '']) => first.toUpperCase())
    .join('')

export const readable = (phone) => `+${phone}`.replace(/^(\+62)(\d{3})(\d{4})(\d+)$/, '$1 $2-$3-$4')

export function drawCustomer({ phone, name, last }, current, onPick) {
  const line = last
    ? `${last.from === 'customer' ? `${words.you}: ` : ''}${lineOf(last)}`
    : words.none
  const button = element(
    'button',
    {
      type: 'button',
      'data-testid': `customer-${phone}`,
      ...(current && { 'aria-current': 'true' }),
    },
    element(
      'span',
      { class: 'avatar', 'data-tint': phone.at(-1) % 5, 'aria-hidden': 'true' },
      initials(name),
    ),
    element('span', { class: 'name' }, name),
    element('span', { class: 'number' }, readable(phone)),
    element('span', { class: 'last' }, line),
  )
  button.addEventListener('click', onPick)
  return element('li', {}, button)
}
