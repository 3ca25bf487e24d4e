import { ulid } from 'ulid'
import type { Chat } from '../../../../shared/chat.ts'
import { textLimit } from '../../../../shared/message.ts'
import { useComposerWords } from '../../text/composer/use-composer-words.ts'
import { useText } from '../../text/language.ts'
import { wordsFor } from '../../text/problem.ts'
import { handOver } from '../chat-actions.ts'
import { stopReplacing, useReplace } from '../replace.ts'
import { unquote, useReply } from '../reply.ts'
import { sendMessage } from '../store.ts'
import { useAttempt } from '../use-attempt.ts'
import { compose } from './composing.ts'
import type { Box } from './use-box.ts'
import { useHandOver } from './use-hand-over.ts'

interface Written {
  chat: Chat
  seenSeq: number
  note: boolean
  box: Box
}

/** What becomes of what was written: a reply, a note, or a note that goes with the chat to somebody else. */
export function useSending({ chat, seenSeq, note, box }: Written) {
  const words = useText()
  const { note: noteWords, hand: handWords } = useComposerWords()
  const { attempt, busy, failure } = useAttempt()
  const quotedId = useReply((replies) => replies[chat.id])
  const replaced = useReplace((all) => all[chat.id])
  const hand = useHandOver(chat)
  const text = box.text.trim()
  const room = textLimit - text.length
  const sendable = text !== '' && room >= 0 && !busy

  /** What stood here before somebody began to write a message anew stands here again. */
  function leave() {
    unquote(chat.id)
    stopReplacing(chat.id)
    box.write(replaced?.before ?? '')
  }
  async function transfer(assigneeId: string | null) {
    const written = { id: ulid(), text }
    const done = await attempt(() => handOver(chat, assigneeId, written))
    if (done) box.write('')
    if (done) compose(chat.id, 'reply')
  }
  function send() {
    if (!sendable) return
    if (note) {
      if (hand.assigneeId !== undefined) return void transfer(hand.assigneeId)
      void sendMessage({ chatId: chat.id, text, seenSeq, note })
      return box.write('')
    }
    const replaces = replaced?.messageId
    void sendMessage({
      chatId: chat.id,
      text,
      seenSeq,
      ...(quotedId && { quotedId }),
      ...(replaces && { replaces }),
    })
    leave()
  }
  const submit =
    hand.assigneeId === undefined
      ? noteWords.send
      : hand.assigneeId === null
        ? handWords.releaseSubmit
        : handWords.submit
  const problem = failure && wordsFor(failure.code, words)
  return { send, leave, sendable, room, replaced, hand, submit, problem }
}

export type Sending = ReturnType<typeof useSending>
