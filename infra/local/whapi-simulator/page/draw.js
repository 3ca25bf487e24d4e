import { drawActs, drawPoll } from './acts.js'
import { element } from './element.js'
import { lineOf } from './line.js'
import { language, words } from './words.js'

const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' })
const calendar = new Intl.DateTimeFormat(language, { dateStyle: 'long' })

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

function contentOf(bubble) {
  if (bubble.deleted) return [element('em', {}, words.deleted)]
  const picture = bubble.picture && element('img', { src: bubble.picture, alt: bubble.kind })
  const text = picture ? bubble.text : lineOf(bubble)
  return [picture, text && element('p', {}, text), bubble.poll && drawPoll(bubble)]
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
    bubble.name && element('strong', {}, bubble.name),
    bubble.quoted !== undefined && element('blockquote', {}, bubble.quoted),
    ...contentOf(bubble),
    foot,
    !bubble.deleted && drawActs(bubble),
  )
  if (bubble.reactions.length > 0) {
    drawn.append(element('span', { class: 'reactions' }, bubble.reactions.join('')))
  }
  return drawn
}

export const drawDay = (day) => element('li', { class: 'day' }, day)
export const drawEmpty = () => element('li', { class: 'day' }, words.empty)
