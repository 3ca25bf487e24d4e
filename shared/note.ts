import * as z from 'zod/mini'
import { Draft } from './message.ts'

/** A note as a browser hands it over; it names it, so a retried note is the same note. */
export const NoteDraft = z.pick(Draft, { id: true, text: true })
export type NoteDraft = z.infer<typeof NoteDraft>
