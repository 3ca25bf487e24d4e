import type { ChatMode } from '../../../../shared/chat.ts'
import { useText } from '../../text/language.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'

const tones: Record<ChatMode, Tone> = {
  bot: 'bot',
  agent: 'plain',
  paused: 'warn',
  closed: 'plain',
}

export function ModeBadge({ mode }: { mode: ChatMode }) {
  const text = useText()
  return <Badge tone={tones[mode]}>{text.mode[mode]}</Badge>
}
