import { ask } from './ask.js'
import { $, element } from './element.js'
import { initials } from './line.js'
import { drawPerson } from './person.js'
import { words } from './words.js'

let customers = []
let groups = []

const named = (id) =>
  customers.find(({ phone }) => phone === id) ?? groups.find((group) => group.id === id)

/** Whose phone it is, or which group. */
export const current = () => named(location.hash.slice(1))

export async function loadPeople() {
  const people = await ask('GET', '/sim/customers')
  customers = people.customers
  groups = people.groups
  $('shop').textContent = people.shop.name
  $('shop-avatar').textContent = initials(people.shop.name)
  $('unlinked').hidden = people.channel === 'AUTH'
  $('linked').hidden = people.channel !== 'AUTH'
  drawPeople()
}

export function drawPeople() {
  const focused = document.activeElement?.dataset.testid
  const drawn = [...customers, ...groups].map((person) =>
    drawPerson(person, person === current(), () => {
      location.hash = person.phone ?? person.id
    }),
  )
  $('customers').replaceChildren(...drawn)
  if (focused?.startsWith('customer-')) {
    document.querySelector(`[data-testid="${focused}"]`)?.focus()
  }
}

/** What can be set of the chat that is open: who writes in a group, whether a customer hides the number. */
export function drawChoices() {
  const { participants = [], hidden = false, phone } = current() ?? {}
  const names = participants.map((each) =>
    element('option', { value: each.phone }, named(each.phone)?.name ?? each.phone),
  )
  $('member').replaceChildren(...names)
  $('member-label').hidden = names.length === 0
  $('call').hidden = !phone
  $('private-switch').hidden = !phone
  $('hidden').checked = hidden
}

/** The newest message of somebody, in the list. */
export function keepLast(id, bubble) {
  const person = named(id)
  if (!person) return
  person.last = bubble
  drawPeople()
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

$('new-customer').addEventListener('submit', (event) => {
  event.preventDefault()
  addCustomer(event.target)
})
$('hidden').addEventListener('change', ({ target }) => {
  const { phone } = current()
  ask('PATCH', `/sim/customers/${phone}`, { hidden: target.checked }).catch(() => {})
})
$('call').addEventListener('click', () => {
  ask('POST', '/sim/phone-calls', { from: current().phone }).catch(() => {})
})
$('link').addEventListener('click', () => ask('PUT', '/sim/channel', { status: 'AUTH' }))
$('linked').addEventListener('click', () => ask('PUT', '/sim/channel', { status: 'QR' }))
