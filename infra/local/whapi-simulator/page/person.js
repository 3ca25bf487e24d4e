import { element } from './element.js'
import { initials, lineOf, readable } from './line.js'
import { words } from './words.js'

/** A customer or a group, in the list. */
export function drawPerson({ phone, id, subject, name = subject, last }, current, onPick) {
  const line = last
    ? `${last.from === 'customer' ? `${words.you}: ` : ''}${lineOf(last)}`
    : words.none
  const button = element(
    'button',
    {
      type: 'button',
      'data-testid': `customer-${phone ?? id}`,
      ...(current && { 'aria-current': 'true' }),
    },
    element(
      'span',
      {
        class: 'avatar',
        'data-tint': parseInt((phone ?? id).replace(/@.*/, '').at(-1), 10) % 5,
        'aria-hidden': 'true',
      },
      initials(name),
    ),
    element('span', { class: 'name' }, name),
    element('span', { class: 'number' }, phone ? readable(phone) : words.group),
    element('span', { class: 'last' }, line),
  )
  button.addEventListener('click', onPick)
  return element('li', {}, button)
}
