import { askToNotify, canNotify } from '../../attention/notify.ts'
import { leaveForGood } from '../../leave.ts'
import { prefer, preferencesNow } from '../../preferences.ts'
import { useLanguageName, useText } from '../../text/language.ts'
import { useAction } from '../actions.ts'

/** How one likes it. */
export function useOwnOffers(): void {
  const text = useText()
  const language = useLanguageName()
  useAction('own.sound', () => prefer({ sound: preferencesNow().sound === false }))
  useAction('own.notify', canNotify() ? () => void toggleNotify() : undefined)
  useAction('own.language', () => prefer({ language: language === 'id' ? 'en' : 'id' }))
  useAction('own.signOut', () => leaveForGood(text))
}

async function toggleNotify() {
  if (preferencesNow().notify) return prefer({ notify: false })
  await askToNotify()
}
