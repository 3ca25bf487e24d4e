import { preferredLanguage } from '../text/preferred.ts'
import { chosenTheme, showTheme } from '../ui/chosen-theme.ts'
import { applyPanes } from '../ui/panes.ts'
import { firstList, keepAnswer } from './answers.ts'
import { filesOfPage } from './files.ts'
import { isSomebodyHere } from './here.ts'

const files = filesOfPage()
const patienceMs = 20_000

function preload(files: string[] = []) {
  for (const href of files) {
    const link = Object.assign(document.createElement('link'), { rel: 'modulepreload', href })
    link.crossOrigin = ''
    document.head.append(link)
  }
}

const ask = (address: string, init: RequestInit) =>
  fetch(address, { ...init, signal: AbortSignal.timeout(patienceMs) })

/** What the first screen waits for is asked now, and not when all the code is here. */
function askFor(addresses: string[]) {
  const renewal = '/api/session/refresh'
  const headers = { 'content-type': 'application/json' }
  const renewed = ask(renewal, { method: 'POST', headers, body: '{}' })
  keepAnswer('POST', renewal, renewed)
  const allowed = renewed.then(async (answer) => {
    if (!answer.ok) throw new Error('Nobody is signed in')
    const { accessToken } = await answer.clone().json()
    return { authorization: `Bearer ${accessToken}` }
  })
  for (const address of addresses)
    keepAnswer(
      'GET',
      address,
      allowed.then((headers) => ask(address, { method: 'GET', headers })),
    )
}

/** Before the first paint, and before the app is here: the right colours, and the outline of the screen. */
const { documentElement: page } = document
const language = preferredLanguage()
showTheme(chosenTheme())
applyPanes()
page.lang = language
preload(files.words[language])

if (!isSomebodyHere()) page.dataset.outline = 'sign-in'
else {
  const [, , part, id] = location.pathname.split('/')
  const hasList = part === undefined || part === '' || part === 'chats'
  const chatId = part === 'chats' && id
  page.dataset.outline = chatId ? 'chat' : hasList ? 'list' : 'page'
  preload([...files.inbox, ...(chatId ? files.thread : [])])
  askFor([
    ...(hasList && !location.search ? [firstList] : []),
    ...(chatId ? [`/api/chats/${chatId}`] : []),
  ])
}
