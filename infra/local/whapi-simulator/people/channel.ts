import { qrPicture } from '../files/pictures.ts'
import { seconds } from '../ids.ts'
import type { ChannelStatus } from '../state.ts'
import { announce } from '../webhook/deliveries.ts'
import { isLinked, type World } from '../world.ts'

/** Help pages and live channels disagree about the numbers; the words are what counts. */
const codes: Record<ChannelStatus, number> = {
  NOT_INIT: 0,
  INIT: 1,
  LAUNCH: 2,
  QR: 3,
  AUTH: 4,
  ERROR: 5,
  SYNC_ERROR: 6,
  STOP: 7,
}

export function statusNow(world: World) {
  const { startedAt, status } = world.state
  return {
    start_at: startedAt,
    uptime: seconds() - startedAt,
    version: '1.8.7-0',
    status: { code: codes[status], text: status },
  }
}

/** What the owner's phone has to scan; another one every twenty seconds. */
export function qrOf(world: World) {
  const rowdata = `simulated-${world.channelId}-${Math.floor(seconds() / 20)}`
  return { status: 'OK', base64: qrPicture(rowdata), rowdata, expire: 20 }
}

export const announceQr = (world: World): void =>
  announce(world, 'channel', 'patch', 'channel', { qr: qrOf(world) })

/** The number is linked, logged out, or on its way; told to the webhooks unless `silent`. */
export function link(world: World, status: ChannelStatus, { silent = false } = {}): void {
  if (world.state.status === status) return
  const before = isLinked(world)
  world.state.status = status
  world.changed()
  world.news.tell({ type: 'customers' })
  if (silent) return
  const user = { user: { id: world.owner.phone, name: world.owner.name } }
  const after = isLinked(world)
  if (before && status === 'QR') announce(world, 'users', 'delete', 'channel', user)
  if (after) announce(world, 'users', 'post', 'channel', user)
  announce(world, 'channel', 'post', 'channel', { health: statusNow(world) })
  if (status === 'QR') announceQr(world)
}
