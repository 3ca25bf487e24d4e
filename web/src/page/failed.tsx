import { useText } from '../text/language.ts'
import { wordsFor } from '../text/problem.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'

/** The page could not be fetched; asking again may help. */
export function Failed({ code, onRetry }: { code: string; onRetry: () => void }) {
  const text = useText()
  return (
    <Notice>
      {wordsFor(code, text)}
      <Button size="small" onClick={onRetry}>
        {text.tryAgain}
      </Button>
    </Notice>
  )
}
