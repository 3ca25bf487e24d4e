import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { place } from '../place.ts'

async function reach(): Promise<Socket | undefined> {
  const socket = connect(place.control)
  try {
    await once(socket, 'connect')
    return socket
  } catch {
    return
  }
}

/** Whether this place's stack runs. */
export async function isRunning(): Promise<boolean> {
  const socket = await reach()
  socket?.destroy()
  return Boolean(socket)
}

/** Asks the running stack to end, and waits until it has. False when none runs. */
export async function askToEnd(): Promise<boolean> {
  const socket = await reach()
  if (!socket) return false
  socket.end('end\n').resume()
  await once(socket, 'close')
  return true
}

/** Lets others find us and ask us to end. They are told that we have by the end of their connection. */
export async function listen(end: () => void): Promise<() => Promise<void>> {
  if (process.platform !== 'win32') await rm(place.control, { force: true })
  const asking = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => {})
    socket.once('data', () => {
      asking.add(socket)
      end()
    })
    socket.once('end', () => {
      if (!asking.has(socket)) socket.end()
    })
  }).listen(place.control)
  await once(server, 'listening')
  return async () => {
    server.close()
    if (process.platform !== 'win32') await rm(place.control, { force: true })
    for (const socket of asking) socket.end()
  }
}
