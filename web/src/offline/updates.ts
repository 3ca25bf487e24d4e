import { navigate } from 'wouter/use-browser-location'
import { create } from 'zustand'
import { whenQuiet } from '../soon.ts'

/** Whoever works here all day gets a new version, too. */
const lookMs = 60 * 60_000
const restMs = 4_000

/** The next version, once it is here and only waits to be used. */
export const useUpdate = create<{ ready?: ServiceWorker | undefined }>(() => ({}))

/** All tabs change together: half of one version and half of another would not fit. */
export const takeOver = () => useUpdate.getState().ready?.postMessage('take over')

function watch(registration: ServiceWorkerRegistration) {
  const offer = () => {
    const { waiting } = registration
    if (waiting && navigator.serviceWorker.controller) useUpdate.setState({ ready: waiting })
  }
  offer()
  registration.addEventListener('updatefound', () =>
    registration.installing?.addEventListener('statechange', offer),
  )
}

/** Makes the app open without a network, and tells when there is a newer one. Not while developing: files change too fast. */
export function watchForUpdates(): (() => void) | undefined {
  const { serviceWorker } = navigator
  if (!import.meta.env.PROD || !serviceWorker) return undefined
  const over = new AbortController()
  const { signal } = over
  const replaced = Boolean(serviceWorker.controller)
  serviceWorker.addEventListener('controllerchange', () => replaced && location.reload(), {
    signal,
  })
  serviceWorker.addEventListener(
    'message',
    ({ data }) => typeof data?.open === 'string' && navigate(data.open),
    { signal },
  )
  // It fetches every file there is: what somebody waits for comes before that.
  const registered = whenQuiet(replaced ? 0 : restMs).then(() =>
    serviceWorker.register('/service-worker.js'),
  )
  // A browser that refuses works on, with a network.
  registered.then(watch, () => {})
  const timer = setInterval(() => void registered.then((it) => it.update()).catch(() => {}), lookMs)
  signal.addEventListener('abort', () => clearInterval(timer))
  return () => over.abort()
}
