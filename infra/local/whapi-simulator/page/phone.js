import { drawBubble, drawCustomer, drawDay, drawEmpty, initials, readable } from './draw.js'
import { translate, words } from './words.js'

const $ = (id) => document.getElementById(id)
const main = document.querySelector('main')
const log = $('log')
const list = $('bubbles')
const message = $('message')

let customers = []
let typingTimer

const current = () => customers.find(({ phone }) => `#${phone}` === location.hash)

async function ask(method, path, body) {
  const response = await fetch(path, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.error?.details ?? answer.error?.message)
  return answer
}

async function loadPeople() {
  const people = await ask('GET', '/sim/customers')
  customers = people.customers
  $('shop').textContent = people.shop.name
  $('shop-avatar').textContent = initials(people.shop.name)
  drawPeople()
}

function drawPeople() {
  const focused = document.activeElement?.dataset.testid
  const drawn = customers.map((customer) =>
    drawCustomer(customer, customer === current(), () => {
      location.hash = customer.phone
    }),
  )
  $('customers').replaceChildren(...drawn)
  if (focused?.startsWith('customer-')) {
    document.querySelector(`[data-testid="${focused}"]`)?.focus()
  }
}

async function openChat() {
  const person = current()
  main.dataset.view = person ? 'chat' : 'list'
  drawPeople()
  if (!person) return
  $('whose').textContent = `${words.phoneOf} ${person.name} · ${readable(person.phone)}`
  const { bubbles } = await ask('GET', `/sim/chats/${person.phone}`)
  if (person.phone !== current()?.phone) return
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
    ask('POST', `/sim/chats/${current().phone}/read`, {}).catch(() => {})
  }
}

function showTyping(typing) {
  clearTimeout(typingTimer)
  if (typing) typingTimer = setTimeout(showTyping, 10_000, false)
  main.toggleAttribute('data-typing', typing)
  $('whose').dataset.typing = typing ? words.typing : ''
}

async function hear(news) {
  if (news.type === 'customers') return loadPeople()
  if (news.type === 'reset') return refresh()
  const here = news.phone === current()?.phone
  if (news.type === 'typing') return here && showTyping(news.typing)
  const person = customers.find(({ phone }) => phone === news.phone)
  if (person && news.latest) {
    person.last = news.bubble
    drawPeople()
  }
  if (!here) return
  if (place(news.bubble) === 'last' && news.bubble.from === 'shop') showTyping(false)
  lookAt([news.bubble])
}

async function refresh() {
  await loadPeople()
  await openChat()
}

async function send() {
  const person = current()
  const text = message.value.trim()
  if (!person || !text) return
  const asOwner = $('as-owner').checked
  message.value = ''
  grow()
  $('problem').textContent = ''
  try {
    if (asOwner) await ask('POST', '/sim/phone-messages', { to: person.phone, text })
    else await ask('POST', '/sim/messages', { from: person.phone, text })
  } catch {
    $('problem').textContent = words.offline
    message.value ||= text
    grow()
  }
}

function nameInput() {
  const asOwner = $('as-owner').checked
  const name = asOwner ? words.toCustomer : words.toShop
  message.setAttribute('aria-label', name)
  message.placeholder = name
  main.toggleAttribute('data-as-owner', asOwner)
}

function grow() {
  message.style.height = 'auto'
  message.style.height = `${Math.min(message.scrollHeight, 120)}px`
}

async function addCustomer(form) {
  const { name, phone } = Object.fromEntries(new FormData(form))
  $('adding-problem').textContent = ''
  try {
    const added = await ask('POST', '/sim/customers', { name, phone })
    form.reset()
    $('adding').open = false
    await loadPeople()
    location.hash = added.phone
  } catch {
    $('adding-problem').textContent = words.badNumber
  }
}

translate(document.documentElement)
document.title = `Balas: ${words.title}`
nameInput()
// Only what can be focused can be scrolled by keyboard everywhere.
log.tabIndex = 0

addEventListener('hashchange', () => openChat().then(() => current() && message.focus()))
$('back').addEventListener('click', () => {
  location.hash = ''
})
$('as-owner').addEventListener('change', nameInput)
$('composer').addEventListener('submit', (event) => {
  event.preventDefault()
  send()
})
$('new-customer').addEventListener('submit', (event) => {
  event.preventDefault()
  addCustomer(event.target)
})
message.addEventListener('input', grow)
message.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  send()
})

const live = new EventSource('/sim/events')
live.addEventListener('ready', refresh)
live.addEventListener('message', ({ data }) => hear(JSON.parse(data)))
