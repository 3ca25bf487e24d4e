import { ask } from './ask.js'
import { forget, nameInput } from './composer.js'
import { drawBubble, drawDay, drawEmpty } from './draw.js'
import { $ } from './element.js'
import { readable } from './line.js'
import { current, drawChoices, drawPeople, keepLast, loadPeople } from './people.js'
import { translate, words } from './words.js'

const main = document.querySelector('main')
const log = $('log')
const list = $('bubbles')

let typingTimer

const idOf = (person) => person?.phone ?? person?.id

const titleOf = ({ phone, name, subject }) =>
  phone ? `${words.phoneOf} ${name} · ${readable(phone)}` : subject

async function openChat() {
  const person = current()
  main.dataset.view = person ? 'chat' : 'list'
  drawPeople()
  drawChoices()
  if (!person) return
  $('whose').textContent = titleOf(person)
  const { bubbles } = await ask('GET', `/sim/chats/${idOf(person)}`)
  if (idOf(person) !== idOf(current())) return
  list.replaceChildren()
  for (const bubble of bubbles) place(bubble)
  if (bubbles.length === 0) list.append(drawEmpty())
  log.scrollTop = log.scrollHeight
  lookAt(bubbles)
}

/** A changed bubble takes its own place, a new one goes last. */
function place(bubble) {
  const drawn = drawBubble(bubble)
  const before = list.querySelector(`[data-id="${CSS.escape(bubble.id)}"]`)
  if (before) {
    before.replaceWith(drawn)
    return 'own'
  }
  const last = list.lastElementChild
  if (last && !last.dataset.id) last.remove()
  const { day } = drawn.dataset
  if (list.lastElementChild?.dataset.day !== day) list.append(drawDay(day))
  list.append(drawn)
  log.scrollTop = log.scrollHeight
  return 'last'
}

/** Who has the phone in hand reads what arrives. */
function lookAt(bubbles) {
  const arrived = bubbles.some(({ from, status }) => from === 'shop' && status === 'delivered')
  if (arrived && document.visibilityState === 'visible') {
    ask('POST', `/sim/chats/${idOf(current())}/read`, {}).catch(() => {})
  }
}

function showTyping(typing) {
  clearTimeout(typingTimer)
  if (typing) typingTimer = setTimeout(showTyping, 10_000, false)
  main.toggleAttribute('data-typing', typing)
  $('whose').dataset.typing = typing ? words.typing : ''
}

async function hear(news) {
  if (news.type === 'customers') return loadPeople().then(drawChoices)
  if (news.type === 'reset') return refresh()
  const here = news.phone === idOf(current())
  if (news.type === 'typing') return here && showTyping(news.typing)
  if (news.latest) keepLast(news.phone, news.bubble)
  if (!here) return
  if (place(news.bubble) === 'last' && news.bubble.from === 'shop') showTyping(false)
  lookAt([news.bubble])
}

async function refresh() {
  await loadPeople()
  await openChat()
}

translate(document.documentElement)
document.title = `Balas: ${words.title}`
nameInput()
// Only what can be focused can be scrolled by keyboard everywhere.
log.tabIndex = 0

addEventListener('hashchange', () => {
  forget()
  return openChat().then(() => current() && $('message').focus())
})
$('back').addEventListener('click', () => {
  location.hash = ''
})

const live = new EventSource('/sim/events')
live.addEventListener('ready', refresh)
live.addEventListener('message', ({ data }) => hear(JSON.parse(data)))
