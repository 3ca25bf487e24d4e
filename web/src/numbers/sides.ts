import type { Side, Sides } from '../../../shared/numbers.ts'

/** The colour of each side, the same everywhere on the page. */
export const fills: Record<Side, string> = {
  customer: 'fill-accent',
  bot: 'fill-bot-ink',
  agent: 'fill-seen',
  phone: 'fill-warn',
}

export const backs: Record<Side, string> = {
  customer: 'bg-accent',
  bot: 'bg-bot-ink',
  agent: 'bg-seen',
  phone: 'bg-warn',
}

export const sum = ({ customer, bot, agent, phone }: Sides): number =>
  customer + bot + agent + phone
