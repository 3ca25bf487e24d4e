import type { Found } from '../../../../../shared/chat.ts'
import { rowHeight } from '../first-rows.tsx'

/** A line of what was said, below its chat; a finger needs more room. */
export const lineHeight = () => (matchMedia('(pointer: coarse)').matches ? 44 : 32)

/** How high a row is, with what was found in its chat. */
export const heightOf = (found: Found[] | undefined): number =>
  rowHeight + (found ? found.length * lineHeight() + 6 : 0)
