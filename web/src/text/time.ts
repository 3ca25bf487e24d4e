import { useSyncExternalStore } from 'react'
import type { Text } from './en.ts'

const dayMs = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

function format(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = tag + JSON.stringify(options)
  const made = formats.get(key) ?? new Intl.DateTimeFormat(tag, options)
  formats.set(key, made)
  return made
}

const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0)
const daysAgo = (at: string, now: number) =>
  Math.round((midnight(now) - midnight(Date.parse(at))) / dayMs)

export const clock = (at: string, { tag }: Text): string =>
  format(tag, { hour: '2-digit', minute: '2-digit' }).format(new Date(at))

export const date = (at: string, { tag }: Text): string =>
  format(tag, { dateStyle: 'long' }).format(new Date(at))

/** A day and a time. */
export const moment = (at: string, { tag }: Text): string =>
  Number.isNaN(Date.parse(at))
    ? at
    : format(tag, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))

/** A day and a time, to the second. */
export const second = (at: string, { tag }: Text): string =>
  format(tag, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(at))

/** As short as a list needs it: the time today, the weekday this week, else the date. */
export function brief(at: string, text: Text, now: number): string {
  const ago = daysAgo(at, now)
  if (ago <= 0) return clock(at, text)
  if (ago === 1) return text.thread.yesterday
  const options: Intl.DateTimeFormatOptions =
    ago < 7 ? { weekday: 'short' } : { day: 'numeric', month: 'short' }
  return format(text.tag, options).format(new Date(at))
}

/** The title of a day in a thread. */
export function dayTitle(at: string, text: Text, now: number): string {
  const ago = daysAgo(at, now)
  if (ago <= 0) return text.thread.today
  if (ago === 1) return text.thread.yesterday
  if (ago < 7) return format(text.tag, { weekday: 'long' }).format(new Date(at))
  return date(at, text)
}

/** "5 min", "3 hr", "2 days". */
export function span(since: string, { tag }: Text, now: number): string {
  const minutes = Math.max(1, Math.floor((now - Date.parse(since)) / 60_000))
  const [count, unit] =
    minutes < 60
      ? [minutes, 'minute']
      : minutes < 1440
        ? [Math.floor(minutes / 60), 'hour']
        : [Math.floor(minutes / 1440), 'day']
  return new Intl.NumberFormat(tag, {
    style: 'unit',
    unit: String(unit),
    unitDisplay: 'short',
  }).format(Number(count))
}

const tickMs = 30_000
const tick = () => Math.floor(Date.now() / tickMs) * tickMs
const watchers = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function subscribe(onTick: () => void) {
  watchers.add(onTick)
  timer ??= setInterval(() => [...watchers].map((watcher) => watcher()), tickMs)
  return () => {
    watchers.delete(onTick)
    if (watchers.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The time, to the half minute, for words that grow old on screen. */
export const useNow = (): number => useSyncExternalStore(subscribe, tick)
