import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

/** As much of it as is used here; TypeScript knows pages or workers, not both at once. */
interface Worker {
  clients: {
    matchAll(options: { type: 'window' }): Promise<Client[]>
    openWindow(url: string): Promise<unknown>
  }
  registration: { scope: string }
  skipWaiting(): Promise<void>
  addEventListener(type: 'message', listen: (event: { data: unknown }) => void): void
  addEventListener(type: 'notificationclick', listen: (event: Click) => void): void
}
interface Client {
  focus(): Promise<unknown>
  postMessage(message: unknown): void
}
interface Click {
  notification: Notification
  waitUntil(work: Promise<unknown>): void
}

declare const self: Worker
/** Every file of this build, filled in when it is built. */
declare const FILES: { url: string; revision: string | null }[]

precacheAndRoute(FILES)
cleanupOutdatedCaches()
// Every place of the app is the same page; what the server answers is never kept here.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/(api|webhook|ws)(\/|$)/, /\.[^/]*$/],
  }),
)

self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting()
})

/** A click on a notification opens its chat, in a tab that is there already. */
self.addEventListener('notificationclick', (event) => {
  const { notification } = event
  notification.close()
  const href = String(notification.data)
  const open = async () => {
    const [tab] = await self.clients.matchAll({ type: 'window' })
    if (!tab) return self.clients.openWindow(href)
    tab.postMessage({ open: href })
    return tab.focus()
  }
  event.waitUntil(open())
})
