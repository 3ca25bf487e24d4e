import { Settings2, Zap } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useUser } from '../../../session.ts'
import { useComposerWords } from '../../../text/composer/use-composer-words.ts'
import { IconButton } from '../../../ui/button.tsx'

const CannedManager = lazy(async () => ({
  default: (await import('./canned-manager.tsx')).CannedManager,
}))

/** For whoever does not know of the slash, and for admins the way to what it finds. */
export function CannedButtons({ onAsk }: { onAsk: () => void }) {
  const { canned } = useComposerWords()
  const { role } = useUser()
  const [managing, setManaging] = useState(false)
  return (
    <>
      <IconButton label={canned.open} data-testid="canned" onClick={onAsk}>
        <Zap aria-hidden className="size-4.5" />
      </IconButton>
      {role === 'admin' && (
        <IconButton
          label={canned.manage}
          data-testid="canned-manage"
          aria-haspopup="dialog"
          onClick={() => setManaging(true)}
        >
          <Settings2 aria-hidden className="size-4.5" />
        </IconButton>
      )}
      {managing && (
        <Suspense>
          <CannedManager onClose={() => setManaging(false)} />
        </Suspense>
      )}
    </>
  )
}
