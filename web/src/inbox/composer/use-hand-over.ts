import { useState } from 'react'
import type { Chat } from '../../../../shared/chat.ts'
import { useUser } from '../../session.ts'
import { useTeam } from '../../team.ts'
import { useComposerWords } from '../../text/composer/use-composer-words.ts'

/** Where a chat may go together with a note: `keep`, `release`, or a member of the team. */
export function useHandOver({ assigneeId }: Chat) {
  const { hand } = useComposerWords()
  const user = useUser()
  const { users } = useTeam()
  const [to, setTo] = useState('keep')
  const others = user.role === 'admin' ? users.filter(({ id }) => id !== user.id) : []
  const mayRelease = assigneeId !== null && (user.role === 'admin' || assigneeId === user.id)
  const options = [
    { value: 'keep', label: hand.keep },
    ...(assigneeId === user.id ? [] : [{ value: user.id, label: hand.me }]),
    ...others
      .filter(({ id }) => id !== assigneeId)
      .map(({ id, name }) => ({ value: id, label: hand.to(name) })),
    ...(mayRelease ? [{ value: 'release', label: hand.release }] : []),
  ]
  // Somebody may have been quicker.
  const chosen = options.some(({ value }) => value === to) ? to : 'keep'
  return {
    options,
    chosen,
    choose: setTo,
    /** Undefined: it stays where it is. */
    assigneeId: chosen === 'keep' ? undefined : chosen === 'release' ? null : chosen,
  }
}
