import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ChannelHealth } from '../../../shared/channel.ts'
import * as eg from '../../../shared/example.ts'
import { channelChanged, forgetCounts } from '../sidebar/counts.ts'
import { show } from '../test/show.tsx'
import { signedIn } from '../test/signed-in.ts'
import { ChannelBanner } from './channel-banner.tsx'
import { Bubble } from './thread/bubble.tsx'

const channel = (state: ChannelHealth['state']): ChannelHealth => ({
  state,
  code: '',
  since: null,
  checkedAt: null,
})
const banner = () => screen.getByTestId('channel-lost')

beforeEach(forgetCounts)
afterEach(cleanup)

test('agents are told whom to ask, admins where to look', async () => {
  signedIn({ role: 'agent' })
  await show(<ChannelBanner />)
  expect(banner().textContent).toMatch(/waits in order.*tell an admin/)
  signedIn({ role: 'admin' })
  await show(<ChannelBanner />)
  expect(screen.getByRole('link').getAttribute('href')).toMatch(/\/health$/)
})

test('what is queued meanwhile says what it waits for, until WhatsApp is back', async () => {
  signedIn()
  const queued = eg.message({ sender: 'agent', status: 'queued' })
  channelChanged(channel('disconnected'))
  await show(<Bubble message={queued} chat={eg.chat()} first />)
  expect(screen.getByText('waits for WhatsApp')).toBeTruthy()
  channelChanged(channel('connected'))
  await show(<Bubble message={queued} chat={eg.chat()} first />)
  expect(screen.queryByText('waits for WhatsApp')).toBeNull()
})
