import type { ComponentProps } from 'react'
import { cn } from './class-names.ts'

const looks = {
  primary: 'bg-accent text-on-accent hover:brightness-110',
  outline: 'border border-line bg-raised text-ink hover:bg-hover',
  quiet: 'text-muted hover:bg-hover hover:text-ink',
  danger: 'bg-danger text-surface hover:brightness-110',
}

/** What a finger has to meet is never smaller than 44 px. */
const sizes = {
  medium: 'h-9 gap-2 rounded-lg px-3.5 text-sm pointer-coarse:h-11',
  small: 'h-8 gap-1.5 rounded-lg px-2.5 text-[13px] pointer-coarse:h-11 pointer-coarse:min-w-11',
  large: 'h-11 gap-2 rounded-lg px-4 text-[15px]',
  icon: 'size-9 rounded-lg pointer-coarse:size-11',
  round: 'size-11 rounded-full',
}

interface Props extends ComponentProps<'button'> {
  look?: keyof typeof looks
  size?: keyof typeof sizes
}

export function Button({ look = 'outline', size = 'medium', className, ...props }: Props) {
  return (
    <button
      type="button"
      className={cn(
        'inline-flex shrink-0 items-center justify-center font-medium whitespace-nowrap motion-safe:transition disabled:cursor-not-allowed disabled:opacity-50',
        looks[look],
        sizes[size],
        className,
      )}
      {...props}
    />
  )
}

/** A button that shows only a picture, and says its name to whoever cannot see it. */
export function IconButton({ label, ...props }: Props & { label: string }) {
  return <Button look="quiet" size="icon" aria-label={label} title={label} {...props} />
}
