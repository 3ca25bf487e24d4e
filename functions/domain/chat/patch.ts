import type { Chat, ChatMode } from '../../../shared/chat.ts'
import type { NoteDraft } from '../../../shared/note.ts'
import type { User } from '../../../shared/user.ts'
import { conflict } from '../../lib/errors.ts'
import { type ChatState, keptTopics, takenOver } from './chat-state.ts'

export interface Patch {
  mode?: ChatMode
  assigneeId?: string | null
  expectedAssigneeId?: string | null
  customer?: CustomerFields
  expectedCustomer?: CustomerFields
  /** What it was about; counts with the mode `closed`, or after it. */
  topic?: string
  note?: NoteDraft
}

type CustomerFields = Partial<Pick<Chat['customer'], 'name' | 'email' | 'address' | 'notes'>>

/** Of two who put the same thing right, the later one is told what the first one made of it. */
export function asBelieved({ customer }: ChatState, { expectedCustomer = {} }: Patch) {
  for (const [name, believed] of Object.entries(expectedCustomer))
    if ((customer[name as keyof CustomerFields] ?? '') !== (believed ?? ''))
      throw conflict('customer_changed', 'Somebody changed that meanwhile', {
        field: `customer.${name}`,
      })
}

/** An empty email, address or note is none; a customer is never without a name. */
function withFields(before: Chat['customer'], patch: NonNullable<Patch['customer']>) {
  const { name, email, address, notes } = { ...before, ...patch }
  return {
    ...before,
    name: name.trim() || before.name,
    email: email?.trim() || undefined,
    address: address?.trim() || undefined,
    notes: notes?.trim() || undefined,
  }
}

/** Giving the chat to a person means that people answer, unless the same change says otherwise. */
export function patched(
  before: ChatState,
  { mode, assigneeId, customer, topic }: Patch,
  { name }: User,
): ChatState {
  const now = new Date().toISOString()
  const assigned = assigneeId !== undefined && assigneeId !== before.assigneeId
  const nextMode = mode ?? (assigned && assigneeId && before.mode === 'bot' ? 'agent' : before.mode)
  const acted = assigned || nextMode !== before.mode
  const chat = {
    ...before,
    ...(assigneeId === undefined ? {} : { assigneeId }),
    ...(customer ? { customer: withFields(before.customer, customer) } : {}),
    ...(customer?.name?.trim() ? { namedByUs: true } : {}),
    ...(nextMode === before.mode ? {} : waitingAfter(before, nextMode === 'closed')),
    ...(topic && (mode ?? 'closed') === 'closed'
      ? {
          topics: [...(before.topics ?? []), { text: topic, closedAt: now, by: name }].slice(
            -keptTopics,
          ),
        }
      : {}),
    updatedAt: now,
  }
  return acted ? takenOver(chat, nextMode) : chat
}

/** Nobody waits in a chat that is closed; whoever closed it by mistake finds the customer waiting as before. */
function waitingAfter({ mode, waitingSince, waitedSince }: ChatState, closed: boolean) {
  if (closed) return { waitingSince: null, waitedSince: waitingSince ?? undefined }
  return mode === 'closed' ? { waitingSince: waitedSince ?? null, waitedSince: undefined } : {}
}
