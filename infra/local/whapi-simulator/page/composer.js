import { ask } from './ask.js'
import { $ } from './element.js'
import { current } from './people.js'
import { words } from './words.js'

const message = $('message')
let typedAt = 0
/** The message that is answered or changed by what is being written. */
let about = null

/** Who acts: the customer whose phone it is, the chosen member of a group, or (nobody named) the shop. */
export function author() {
  if ($('as-owner').checked) return {}
  const here = current()
  return { from: here.phone ?? $('member').value }
}

/** Whoever writes, and where, as a message wants to know it. */
function place() {
  const here = current()
  if ($('as-owner').checked) return ['/sim/phone-messages', { to: here.phone ?? here.id }]
  return ['/sim/messages', { ...author(), ...(here.id && { chat: here.id }) }]
}

function begin(doing, bubble, text) {
  about = { doing, id: bubble.id }
  $('about').hidden = false
  $('about-text').textContent = `${words[doing]}: ${bubble.text || bubble.kind}`
  if (text !== undefined) message.value = text
  grow()
  message.focus()
}

export const quote = (bubble) => begin('reply', bubble)
export const rewrite = (bubble) => begin('edit', bubble, bubble.text)

export function forget() {
  about = null
  $('about').hidden = true
}

async function post(path, body) {
  $('problem').textContent = ''
  try {
    await ask('POST', path, body)
    return true
  } catch {
    $('problem').textContent = words.offline
    return false
  }
}

async function send() {
  const text = message.value.trim()
  if (!current() || !text) return
  const { doing, id } = about ?? {}
  const [path, where] = place()
  message.value = ''
  grow()
  forget()
  const sent =
    doing === 'edit'
      ? await post('/sim/actions', { ...author(), type: 'edit', target: id, text })
      : await post(path, { ...where, text, ...(id && { quoted: id }) })
  if (!sent) message.value ||= text
  grow()
}

async function attach(kind) {
  if (!current() || !kind) return
  const [path, where] = place()
  await post(path, { ...where, kind })
}

/** The shop sees who types; not every key needs telling. */
function tellTyping() {
  const { phone } = current() ?? {}
  if (!phone || $('as-owner').checked || Date.now() - typedAt < 3000) return
  typedAt = Date.now()
  ask('POST', '/sim/presences', { from: phone, status: 'typing' }).catch(() => {})
}

export function nameInput() {
  const asOwner = $('as-owner').checked
  const name = asOwner ? words.toCustomer : words.toShop
  message.setAttribute('aria-label', name)
  message.placeholder = name
  document.querySelector('main').toggleAttribute('data-as-owner', asOwner)
  $('member').disabled = asOwner
}

function grow() {
  message.style.height = 'auto'
  message.style.height = `${Math.min(message.scrollHeight, 120)}px`
}

$('as-owner').addEventListener('change', () => {
  nameInput()
  forget()
})
$('composer').addEventListener('submit', (event) => {
  event.preventDefault()
  send()
})
$('about-stop').addEventListener('click', () => {
  forget()
  message.focus()
})
$('attach').addEventListener('change', ({ target }) => {
  attach(target.value)
  target.value = ''
})
message.addEventListener('input', () => {
  grow()
  tellTyping()
})
message.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') forget()
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  send()
})
