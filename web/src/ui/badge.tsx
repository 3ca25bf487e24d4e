import type { ComponentProps } from 'react'
import { cn } from './class-names.ts'

const tones = {
  plain: 'bg-hover text-muted',
  accent: 'bg-accent text-on-accent',
  bot: 'bg-bot text-bot-ink',
  warn: 'bg-warn-soft text-warn',
  danger: 'bg-danger-soft text-danger',
}
export type Tone = keyof typeof tones

export function Badge({
  tone = 'plain',
  className,
  ...props
}: ComponentProps<'span'> & { tone?: Tone }) {
  return (
    <span
      className={cn(
        'inline-flex h-5 shrink-0 items-center gap-1 rounded-full px-2 text-xs font-medium whitespace-nowrap tabular-nums',
        tones[tone],
        className,
      )}
      {...props}
    />
  )
}
