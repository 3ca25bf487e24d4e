import type { ComponentProps } from 'react'
import { cn } from '../../../ui/class-names.ts'

/** A frame inside a bubble. */
export function Card({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      className={cn('my-1 grid w-72 max-w-full gap-1 rounded-xl bg-canvas/60 px-3 py-2', className)}
      {...props}
    />
  )
}
