import type { SocketAction } from '../../../shared/events.ts'

let open: WebSocket | undefined

/** From now on, what is said goes over this socket. */
export const sayOver = (socket: WebSocket) => {
  open = socket
}

/** Says something if there is a socket: nothing that is said this way is worth waiting for one. */
export function say(action: SocketAction): void {
  if (open?.readyState === WebSocket.OPEN) open.send(JSON.stringify(action))
}
