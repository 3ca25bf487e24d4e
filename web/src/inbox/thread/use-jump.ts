import { useEffect, useState } from 'react'
import { loadAround } from '../pages.ts'
import { arrived, useTarget } from './jump.ts'
import type { Row } from './rows.ts'

const litMs = 2_000

interface Jump {
  /** The message to be seen among the others. */
  lit?: string
  /** The one that was wanted is not in this chat, or cannot be fetched now. */
  lost?: boolean
}

/** Goes where somebody wants to go; what is not loaded is fetched with what stands around it. */
export function useJump(chatId: string, rows: Row[], scrollTo: (row: number) => void): Jump {
  const wanted = useTarget((it) => (it.chatId === chatId ? it.messageId : undefined))
  const [jump, setJump] = useState<Jump>({})
  const row = wanted ? rows.findIndex(({ key }) => key === wanted) : -1
  const isHere = row >= 0

  // biome-ignore lint/correctness/useExhaustiveDependencies: once there, it stays where it is
  useEffect(() => {
    if (!wanted) return
    if (isHere) {
      scrollTo(row)
      setJump({ lit: wanted })
      arrived()
      return
    }
    let over = false
    const give = () => {
      if (over) return
      setJump({ lost: true })
      arrived()
    }
    loadAround(chatId, wanted).then((found) => found || give(), give)
    return () => {
      over = true
    }
  }, [chatId, wanted, isHere])

  useEffect(() => {
    if (!jump.lit && !jump.lost) return
    const timer = setTimeout(() => setJump({}), jump.lost ? 3 * litMs : litMs)
    return () => clearTimeout(timer)
  }, [jump])
  return jump
}
