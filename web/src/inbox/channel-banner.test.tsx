import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ChannelHealth } from '../../../shared/channel.ts'
import * as eg from '../../../shared/example.ts'
import { channelChanged, forgetCounts } from '../sidebar/counts.ts'
import { network } from '../test/network.ts'
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

describe('whoever does not want to wait', () => {
  const press = () => fireEvent.click(screen.getByRole('button', { name: 'Check now' }))
  const lost = { ...channel('disconnected'), checkedAt: '2026-11-21T09:00:00.000Z' }
  afterEach(() => vi.unstubAllGlobals())

  test('has the channel looked at, and hears what came of it', async () => {
    signedIn({ role: 'agent' })
    channelChanged(lost)
    const calls = network(() => [200, { is: 'asked', channel: lost }])
    await show(<ChannelBanner />)
    press()
    expect(await screen.findByText('Checking…')).toBeTruthy()
    expect(calls.map(({ address }) => address)).toEqual(['POST /api/channel/check'])
    act(() => channelChanged({ ...lost, checkedAt: '2026-11-21T09:00:04.000Z' }))
    expect(screen.getByText('Looked just now: still not connected.')).toBeTruthy()
  })

  test.each([
    ['lately', /moments ago/],
    ['used_up', /No more checks today/],
  ])('is told when nothing is asked: %s', async (is, words) => {
    signedIn({ role: 'agent' })
    channelChanged(lost)
    network(() => [200, { is, channel: lost }])
    await show(<ChannelBanner />)
    press()
    expect(await screen.findByText(words)).toBeTruthy()
  })
})

test('what is queued meanwhile says what it waits for, until WhatsApp is back', async () => {
  signedIn()
  const queued = eg.message({ sender: 'agent', status: 'queued' })
  channelChanged(channel('disconnected'))
  await show(<Bubble message={queued} party={eg.chat()} first />)
  expect(screen.getByText('waits for WhatsApp')).toBeTruthy()
  channelChanged(channel('connected'))
  await show(<Bubble message={queued} party={eg.chat()} first />)
  expect(screen.queryByText('waits for WhatsApp')).toBeNull()
})
