import {
  ApiGatewayManagementApiClient,
  GoneException,
  type PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi'
import type { User } from '../../../shared/user.ts'
import { strikes } from '../faults.ts'
import { checkFrame } from '../rules/frames.ts'
import { world } from '../world.ts'
import { outside } from './outside.ts'
import { named } from './table.ts'

interface Listener {
  hear: (frame: string) => void
}

export interface Sockets {
  open: (id: string, user: User, listener: Listener) => void
  close: (id: string) => void
  /** Hands a frame to a browser; false when nobody is there. */
  push: (id: string, frame: string) => boolean
  isOpen: (id: string) => boolean
}

export function createSockets(): Sockets {
  const listeners = new Map<string, Listener & { user: User }>()
  const deliver = (id: string, frame: string) => {
    const { clock, random } = world()
    const ms = strikes('frameLate') ? random.between(200, 9_000) : random.between(5, 60)
    clock.in(ms, () => listeners.get(id)?.hear(frame))
  }
  return {
    open: (id, user, listener) => listeners.set(id, { user, ...listener }),
    close: (id) => listeners.delete(id),
    push(id, frame) {
      const listener = listeners.get(id)
      if (!listener) return false
      checkFrame(listener.user, JSON.parse(frame))
      if (strikes('frameLost')) return true
      deliver(id, frame)
      if (strikes('frameTwice')) deliver(id, frame)
      return true
    },
    isOpen: (id) => listeners.has(id),
  }
}

/** Frames to browsers go to those of the world. */
export function standInForSockets() {
  ApiGatewayManagementApiClient.prototype.send = function send(command: PostToConnectionCommand) {
    return outside({
      what: () => `pushes to ${command.input.ConnectionId}: ${wordsOf(String(command.input.Data))}`,
      effect: () => {
        const { ConnectionId = '', Data } = command.input
        if (!world().sockets.push(ConnectionId, String(Data)))
          throw new GoneException({ $metadata: {}, message: 'gone' })
        return {}
      },
      trouble: () =>
        strikes('frameRefused') ? { before: named('LimitExceededException') } : undefined,
    })
  } as never
}

function wordsOf(frame: string): string {
  const { type, chat, message, chatId, rev } = JSON.parse(frame)
  const what = message ? ` ${message.id} ${message.status} rev ${message.rev}` : ''
  return `${type} ${(chat?.id ?? chatId ?? '').slice(0, 6)} rev ${chat?.rev ?? rev ?? ''}${what}`
}
