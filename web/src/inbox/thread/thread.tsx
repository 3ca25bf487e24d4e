import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useShallow } from 'zustand/react/shallow'
import { codeOf } from '../../api-error.ts'
import { useLive } from '../../live/use-live.ts'
import { hrefOf, usePlace } from '../../place.ts'
import { useText } from '../../text/language.ts'
import { wordsFor } from '../../text/problem.ts'
import { Button } from '../../ui/button.tsx'
import { cn } from '../../ui/class-names.ts'
import { Divider } from '../../ui/divider.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Composer } from '../composer/composer.tsx'
import { CustomerPanel } from '../customer/customer-panel.tsx'
import { Erased } from '../customer/erasing/erased.tsx'
import { forgetErasing, useErasing } from '../customer/erasing/erasing.ts'
import { useLoadPeople } from '../people.ts'
import { messagesOf, newestSeqOf } from '../select.ts'
import { loadThread, useInbox } from '../store.ts'
import { ChatHeader } from './chat-header.tsx'
import { jumpTo } from './jump.ts'
import { Messages } from './messages.tsx'
import { Missing } from './missing.tsx'
import { MessagesSkeleton, ThreadSkeleton } from './thread-skeleton.tsx'

/** One chat: who it is, what was said, and what to say next. Fetched when it opens and after every gap in the news. */
export function Thread({ chatId }: { chatId: string }) {
  const text = useText()
  const place = usePlace()
  const [, navigate] = useLocation()
  const { customer: details } = place
  const syncs = useLive((it) => it.syncs)
  const [problem, setProblem] = useState<string>()
  const chat = useInbox((inbox) => inbox.chats[chatId])
  const gone = useInbox((inbox) => inbox.gone[chatId] !== undefined)
  const parts = useInbox((inbox) => inbox.chats[chatId]?.merged?.length)
  const begun = useInbox((inbox) => inbox.chats[chatId]?.createdAt)
  const loaded = useInbox((inbox) => inbox.threads[chatId]?.reach !== undefined)
  const seenSeq = useInbox(useShallow((inbox) => newestSeqOf(messagesOf(inbox, chatId))))

  const erasing = useErasing((all) => all[chatId])
  const isErasing = erasing !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: fetched again after each sync, and when it became part of another one, or another one of it
  useEffect(() => {
    if (isErasing) return
    loadThread(chatId).then(
      (id) => {
        setProblem(undefined)
        if (id !== chatId) navigate(hrefOf({ ...place, chatId: id }), { replace: true })
      },
      (error) => setProblem(codeOf(error)),
    )
  }, [chatId, syncs, gone, parts, isErasing])

  const erased = erasing?.receipt?.done
  // Whoever was erased and writes again has nothing of what was here.
  const begunBefore = useRef(begun)
  useEffect(() => {
    if (begun && begunBefore.current && begun !== begunBefore.current)
      loadThread(chatId).catch((error) => setProblem(codeOf(error)))
    begunBefore.current = begun ?? begunBefore.current
  }, [begun, chatId])
  // Whom somebody looks at again after that has written again.
  useEffect(() => () => void (erased && forgetErasing(chatId)), [chatId, erased])

  useLoadPeople(chat)
  const { messageId } = place
  useEffect(() => {
    if (loaded && messageId) jumpTo(chatId, messageId)
  }, [chatId, loaded, messageId])

  if (erasing && (erasing.receipt?.erasedAt || !chat))
    return <Erased chatId={chatId} erasing={erasing} />
  if (!chat) {
    const code = problem ?? (gone ? 'not_found' : undefined)
    return code ? <Missing chatId={chatId} code={code} /> : <ThreadSkeleton />
  }
  return (
    <>
      <section
        aria-label={text.thread.label(chat.customer.name)}
        className={cn('flex min-w-0 flex-1 flex-col', details && 'max-xl:hidden')}
      >
        <ChatHeader chat={chat} />
        {problem && !loaded && (
          <Notice className="m-3">
            {wordsFor(problem, text)}
            <Button size="small" onClick={() => void loadThread(chatId).catch(() => {})}>
              {text.tryAgain}
            </Button>
          </Notice>
        )}
        {loaded || problem ? <Messages chat={chat} /> : <MessagesSkeleton />}
        {loaded && <Composer chat={chat} seenSeq={seenSeq} />}
      </section>
      <Divider pane="customer" side="right" className="max-xl:hidden" />
      <CustomerPanel chat={chat} className={cn(!details && 'max-xl:hidden')} />
    </>
  )
}
