import { create } from 'zustand'
import type { InboxEvent } from '../../../../shared/events.ts'
import { viewingEveryMs } from '../../../../shared/viewing.ts'
import { say } from '../../live/say.ts'
import { useSession } from '../../session.ts'

interface Viewing {
  /** The chat that is open here, to be seen by somebody. */
  chatId?: string | undefined
  /** Who else looks at it: names by their ids. */
  others: Record<string, string>
}

const nobody: Viewing = { others: {} }
export const useViewing = create<Viewing>(() => nobody)

/** After so long without a word, nobody knows who else looks. */
const knownForMs = 3 * viewingEveryMs
/** Not to be said more often, whatever comes back. */
const restMs = 5_000

let saidAt = 0
let next: ReturnType<typeof setTimeout> | undefined
let over: ReturnType<typeof setTimeout> | undefined

function stop() {
  clearTimeout(next)
  clearTimeout(over)
}

function tell() {
  const { chatId } = useViewing.getState()
  if (!chatId) return
  saidAt = Date.now()
  say({ action: 'viewing', chatId })
}

/** From now on this chat is looked at here, or none is. Said again, too, after the socket was another one. */
export function look(chatId: string | undefined): void {
  const before = useViewing.getState().chatId
  if (chatId !== before) {
    stop()
    useViewing.setState({ chatId, others: {} }, true)
  }
  if (chatId) tell()
  else if (before) say({ action: 'viewing', chatId: null })
}

/** Who hears of others goes on saying that they look; who is alone is silent. */
export function noteViewing(event: InboxEvent): void {
  const session = useSession.getState()
  if (event.type !== 'viewing' || session.state !== 'in') return
  if (event.chatId !== useViewing.getState().chatId) return
  const { [session.user.id]: mine, ...others } = event.names
  stop()
  useViewing.setState({ others })
  if (mine !== undefined && Object.keys(others).length === 0) return
  // Whoever came asks with this whether we are still here.
  const wait = mine === undefined ? Math.max(0, saidAt + restMs - Date.now()) : viewingEveryMs
  next = setTimeout(tell, wait)
  over = setTimeout(() => useViewing.setState({ others: {} }), knownForMs)
}

export function forgetViewing(): void {
  stop()
  useViewing.setState(nobody, true)
}
