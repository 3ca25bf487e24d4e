import { useState } from 'react'
import { useHealthWords } from '../text/health/use-health-words.ts'
import { Button } from '../ui/button.tsx'
import { ParkedList } from './parked-list.tsx'
import { Part } from './part.tsx'

/** What Balas could not read or do, each kept whole, to be tried again or dismissed. */
export function ParkedPart({ count }: { count: number }) {
  const { parked: words } = useHealthWords()
  const [shown, setShown] = useState(false)
  return (
    <Part title={words.title} well={count === 0} wide={count > 0}>
      <p className="text-sm">{count === 0 ? words.none : words.why}</p>
      <ParkedList state="waiting" count={count} />
      <Button
        size="small"
        look="quiet"
        aria-expanded={shown}
        className="justify-self-start"
        onClick={() => setShown(!shown)}
      >
        {shown ? words.hideDismissed : words.showDismissed}
      </Button>
      {shown && <ParkedList state="dismissed" count={count} none={words.noneDismissed} />}
    </Part>
  )
}
