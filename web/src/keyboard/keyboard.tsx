import { lazy, memo, Suspense, useEffect, useState } from 'react'
import { usePlace } from '../place.ts'
import { loadKeyboardWords } from '../text/keyboard/use-keyboard-words.ts'
import { useText } from '../text/language.ts'
import { wordsFor } from '../text/problem.ts'
import { Notice } from '../ui/notice.tsx'
import { useAction } from './actions.ts'
import { arrivedByKey } from './arrival.ts'
import type { BarPage } from './command-bar.tsx'
import { listen } from './listen.ts'
import { useChatOffers } from './offers/use-chat-offers.ts'
import { useGoOffers } from './offers/use-go-offers.ts'
import { useOwnOffers } from './offers/use-own-offers.ts'

const CommandBar = lazy(async () => {
  const [{ CommandBar }] = await Promise.all([import('./command-bar.tsx'), loadKeyboardWords()])
  return { default: CommandBar }
})
const Sheet = lazy(async () => {
  const [{ Sheet }] = await Promise.all([import('./sheet.tsx'), loadKeyboardWords()])
  return { default: Sheet }
})

const lookAgainMs = 50
const longestMs = 5_000

/** Everything without a mouse: listens for the keys, and shows the command bar and the sheet. */
export const Keyboard = memo(function Keyboard() {
  const text = useText()
  const [open, setOpen] = useState<BarPage | 'sheet'>()
  useEffect(() => {
    const over = new AbortController()
    listen(over.signal)
    return () => over.abort()
  }, [])
  useAction('bar.open', () => setOpen('all'))
  useAction('sheet.open', () => setOpen('sheet'))
  useAction('list.search', () => document.querySelector<HTMLElement>('search input')?.focus())
  useAction('field.leave', leaveField)
  const { attempt, failure } = useChatOffers(setOpen)
  useGoOffers()
  useOwnOffers()
  useFocusOnArrival()

  const close = () => setOpen(undefined)
  return (
    <>
      {failure && (
        <Notice className="fixed inset-x-3 bottom-3 z-40 md:left-auto md:w-96">
          {failure === 'already_assigned' ? text.chat.takenByOther : wordsFor(failure, text)}
        </Notice>
      )}
      <Suspense>
        {open === 'sheet' && <Sheet onClose={close} />}
        {open && open !== 'sheet' && (
          <CommandBar key={open} page={open} attempt={attempt} onClose={close} />
        )}
      </Suspense>
    </>
  )
})

const thread = () => document.querySelector<HTMLElement>('[data-testid=thread]')

/** Back to where single keys act. */
function leaveField() {
  const { activeElement } = document
  thread()?.focus({ preventScroll: true })
  if (document.activeElement === activeElement && activeElement instanceof HTMLElement)
    activeElement.blur()
}

/** Whoever came by a key reads on with the arrows, as soon as there is something to read. */
function useFocusOnArrival() {
  const { chatId } = usePlace()
  useEffect(() => {
    if (!chatId || !arrivedByKey()) return
    const since = Date.now()
    const timer = setInterval(() => {
      const nowhere = document.activeElement === document.body
      if (nowhere) thread()?.focus({ preventScroll: true })
      if (!nowhere || Date.now() - since > longestMs || thread()) clearInterval(timer)
    }, lookAgainMs)
    return () => clearInterval(timer)
  }, [chatId])
}
