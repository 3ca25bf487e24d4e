import type { Chat } from '../../../../../shared/chat.ts'
import { ApiError, codeOf, problemOf } from '../../../api-error.ts'
import { changed } from '../../chat-actions.ts'
import { useInbox } from '../../store.ts'
import { stopSelecting, useSelection } from './selection.ts'

/** A chat as it was, and as it is now. */
interface Step {
  before: Chat
  after: Chat
}

/** What was done with several chats at once. */
export interface Bulk {
  what: 'closed' | 'assigned' | 'released' | 'undone'
  /** Who has them now. */
  to?: string | undefined
  steps: Step[]
  failed: { chat: Chat; code: string }[]
  busy?: boolean
}

/** A browser has six connections; more would only wait. */
const atOnce = 5

async function each(
  chats: Chat[],
  act: (chat: Chat) => Promise<Chat>,
): Promise<Pick<Bulk, 'steps' | 'failed'>> {
  const steps: Step[] = []
  const failed: Bulk['failed'] = []
  const waiting = [...chats]
  const work = async () => {
    for (let chat = waiting.shift(); chat; chat = waiting.shift())
      try {
        steps.push({ before: chat, after: await act(chat) })
      } catch (error) {
        failed.push({ chat, code: codeOf(error) })
      }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return { steps, failed }
}

async function doAll(
  told: Pick<Bulk, 'what' | 'to'>,
  chats: Chat[],
  act: (chat: Chat) => Promise<Chat>,
) {
  stopSelecting()
  useSelection.setState({ done: { ...told, steps: [], failed: [], busy: true } })
  useSelection.setState({ done: { ...told, ...(await each(chats, act)) } })
}

/** Whoever took one of them meanwhile keeps it as it is. */
export const closeAll = (chats: Chat[]) =>
  doAll(
    { what: 'closed' },
    chats.filter(({ mode }) => mode !== 'closed'),
    ({ id, assigneeId }) => changed({ chatId: id, mode: 'closed', expectedAssigneeId: assigneeId }),
  )

export const assignAll = (chats: Chat[], to: { id: string | null; name: string }) =>
  doAll(
    to.id === null ? { what: 'released' } : { what: 'assigned', to: to.name },
    chats.filter(({ assigneeId }) => assigneeId !== to.id),
    ({ id, assigneeId }) =>
      changed({ chatId: id, assigneeId: to.id, expectedAssigneeId: assigneeId }),
  )

/** Each chat becomes what it was, unless somebody has made something else of it. */
export function undo({ steps }: Bulk): Promise<void> {
  const were = new Map(steps.map((step) => [step.before.id, step]))
  return doAll(
    { what: 'undone' },
    steps.map(({ after }) => after),
    async ({ id }) => {
      const { before, after } = were.get(id) as Step
      const now = useInbox.getState().chats[id] ?? after
      if (now.mode !== after.mode || now.assigneeId !== after.assigneeId)
        throw new ApiError(409, problemOf('changed'))
      return changed({
        chatId: id,
        mode: before.mode,
        ...(before.assigneeId === after.assigneeId ? {} : { assigneeId: before.assigneeId }),
        expectedAssigneeId: after.assigneeId,
      })
    },
  )
}
