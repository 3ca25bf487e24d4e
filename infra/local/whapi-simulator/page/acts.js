import { ask } from './ask.js'
import { author, quote, rewrite } from './composer.js'
import { $, button, element } from './element.js'
import { words } from './words.js'

const emojis = ['👍', '❤️', '😂', '🙏']

const act = (bubble, what) =>
  ask('POST', '/sim/actions', { ...author(), target: bubble.id, ...what }).catch((problem) => {
    $('problem').textContent = problem.message
  })

/** The customer's own messages, or the shop's while one writes as the shop. */
const isOwn = ({ from }) => (from === 'shop') === $('as-owner').checked

function choices(bubble, close) {
  const then = (work) => () => {
    close()
    work()
  }
  const item = (label, work, name) =>
    element('li', {}, button({ ...(name && { 'aria-label': name }) }, label, then(work)))
  const reactions = emojis.map((emoji) =>
    item(
      emoji,
      () => act(bubble, { type: 'reaction', emoji: bubble.reactions.includes(emoji) ? '' : emoji }),
      `${words.react} ${emoji}`,
    ),
  )
  return [
    ...reactions,
    item(words.reply, () => quote(bubble)),
    ...(isOwn(bubble)
      ? [
          item(words.edit, () => rewrite(bubble)),
          item(words.remove, () => act(bubble, { type: 'delete' })),
        ]
      : []),
  ]
}

/** What can be done to a message, behind a button on it. */
export function drawActs(bubble) {
  const menu = element('menu')
  const summary = element('summary', { 'aria-label': words.acts }, '…')
  const drawn = element('details', { class: 'acts', 'data-testid': 'acts' }, summary, menu)
  const close = () => {
    drawn.open = false
    summary.focus()
  }
  drawn.addEventListener('toggle', () => {
    if (drawn.open) menu.replaceChildren(...choices(bubble, close))
  })
  drawn.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
  })
  drawn.addEventListener('focusout', ({ relatedTarget }) => {
    if (!drawn.contains(relatedTarget)) drawn.open = false
  })
  return drawn
}

/** A poll's options with their votes; a tap chooses one. */
export const drawPoll = (bubble) =>
  element(
    'ul',
    { class: 'poll' },
    ...bubble.poll.map(({ name, votes }) =>
      element(
        'li',
        {},
        button({}, `${name} · ${votes}`, () => act(bubble, { type: 'vote', options: [name] })),
      ),
    ),
  )
