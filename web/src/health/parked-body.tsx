import type { Parked } from '../../../shared/parked.ts'
import { Technical } from './technical.tsx'

/** The reason in the machine's words, and what came, for whoever repairs it. */
export function ParkedBody({ item: { reason, path, body } }: { item: Parked }) {
  return (
    <Technical>
      <p>
        {reason} · <code>{path}</code>
      </p>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: whatever scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-80 overflow-auto rounded-lg bg-canvas p-3 text-xs whitespace-pre-wrap text-ink"
      >
        {readable(body)}
      </pre>
    </Technical>
  )
}

function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
