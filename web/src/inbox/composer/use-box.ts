import { useEffect, useRef, useState } from 'react'
import { useReplace } from '../replace.ts'
import { useReply } from '../reply.ts'
import { useAsked } from './composing.ts'
import { draftKey, keepDraftText, useDrafts } from './draft-text.ts'

/** The words in the box where one writes, kept for the next visit, and where the caret stands in them. */
export function useBox(chatId: string, note: boolean) {
  const key = draftKey(chatId, note)
  const text = useDrafts((all) => all[key] ?? '')
  const area = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState(text.length)
  const asked = useAsked((it) => it.asked)
  const [askedBefore] = useState(asked)
  const quotedId = useReply((replies) => replies[chatId])
  const replaced = useReplace((all) => all[chatId])

  const write = (written: string) => keepDraftText(key, written)
  const focus = () => area.current?.focus()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each message that is written anew
  useEffect(() => {
    if (replaced && !note) write(replaced.text)
  }, [replaced?.messageId])
  // Whoever chose what to answer, to write anew or for whom to write, goes on here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time one of them is chosen
  useEffect(() => {
    if (quotedId || replaced || asked > 0) focus()
  }, [quotedId, replaced, asked, askedBefore])

  /** Puts words where the caret is, or in place of others. */
  function put(words: string, from?: number, to?: number) {
    const { current } = area
    if (!current) return
    focus()
    const start = from ?? current.selectionStart
    current.setRangeText(words, start, to ?? current.selectionEnd, 'end')
    write(current.value)
    setCaret(current.selectionStart)
  }
  return { text, write, area, caret, setCaret, put }
}

export type Box = ReturnType<typeof useBox>
