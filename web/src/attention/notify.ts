import { navigate } from 'wouter/use-browser-location'
import { create } from 'zustand'
import { contentOf } from '../inbox/content.ts'
import { nameOf } from '../inbox/name.ts'
import { hrefOf, placeNow } from '../place.ts'
import { prefer, preferencesNow } from '../preferences.ts'
import { textNow } from '../text/language.ts'
import type { News } from './news.ts'

/** Whether it is time to ask if this browser may notify: the first time it would have been of use. */
export const useAsk = create<{ due: boolean }>(() => ({ due: false }))

export const canNotify = (): boolean => 'Notification' in window

/** What the browser says to notifications; it takes a while to say it. */
export const mayNotify = (): NotificationPermission | 'never' =>
  canNotify() ? Notification.permission : 'never'

/** Only after a click: browsers refuse, and people too, what asks by itself. */
export async function askToNotify(): Promise<void> {
  useAsk.setState({ due: false })
  const answer = await Notification.requestPermission()
  prefer({ notify: answer === 'granted' })
}

export function doNotNotify(): void {
  useAsk.setState({ due: false })
  prefer({ notify: false })
}

/** Shows who wrote and what; a click opens the chat. One chat has one notification, its newest. */
export async function notify({ chat, message }: News, silent: boolean): Promise<void> {
  const { notify: wanted } = preferencesNow()
  if (wanted === false) return
  if (mayNotify() === 'default') return useAsk.setState({ due: wanted === undefined })
  const text = textNow()
  if (mayNotify() !== 'granted' || !text) return
  const { base, filter } = placeNow()
  const href = hrefOf({ base, filter, chatId: chat.id, customer: false })
  const title = nameOf(chat, text)
  const options = {
    body: contentOf(message, text),
    tag: chat.id,
    renotify: true,
    silent,
    lang: text.tag,
    icon: '/icons/192.png',
    data: href,
  }
  const registration = await navigator.serviceWorker?.getRegistration()
  if (registration?.active) return registration.showNotification(title, options)
  const notification = new Notification(title, options)
  notification.onclick = () => {
    window.focus()
    navigate(href)
    notification.close()
  }
}
