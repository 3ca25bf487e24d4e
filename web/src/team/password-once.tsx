import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useTeamWords } from '../text/team/use-team-words.ts'
import { Button } from '../ui/button.tsx'
import type { Admitted } from './users.ts'

/** A new password, this one time; whoever closes it has to make another one. */
export function PasswordOnce({ admitted, onDone }: { admitted: Admitted; onDone: () => void }) {
  const words = useTeamWords()
  const [copied, setCopied] = useState(false)
  const { user, password } = admitted
  const copy = async () => {
    await navigator.clipboard.writeText(password)
    setCopied(true)
  }
  return (
    <div className="grid gap-3">
      <h3 className="font-semibold [overflow-wrap:anywhere]">{words.passwordOf(user.name)}</h3>
      <p className="text-sm text-muted [overflow-wrap:anywhere]">@{user.username}</p>
      <p
        data-testid="password"
        className="rounded-lg bg-hover px-3 py-2.5 text-center font-mono text-lg select-all"
      >
        {password}
      </p>
      <p className="text-[13px] text-muted">{words.once}</p>
      <div className="flex justify-end gap-2">
        <Button onClick={() => void copy().catch(() => {})}>
          {copied ? (
            <Check aria-hidden className="size-4" />
          ) : (
            <Copy aria-hidden className="size-4" />
          )}
          <span role="status">{copied ? words.copied : words.copy}</span>
        </Button>
        <Button look="primary" onClick={onDone}>
          {words.done}
        </Button>
      </div>
    </div>
  )
}
