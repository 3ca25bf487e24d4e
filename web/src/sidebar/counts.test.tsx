import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { show } from '../test/show.tsx'
import { signedIn } from '../test/signed-in.ts'
import { useCounts } from './counts.ts'
import { Places } from './places.tsx'

beforeEach(() => {
  history.replaceState({}, '', '/dashboard-admin')
  signedIn()
})
afterEach(cleanup)

const channels = () =>
  ['WhatsApp', 'Telegram', 'Email'].filter((name) =>
    screen.queryByRole('link', { name: RegExp(name) }),
  )

test('a channel that nobody writes through takes no place, unless it is asked for', async () => {
  useCounts.setState({ channels: { whatsapp: 0, telegram: 0, email: 3 } })
  await show(<Places />)
  expect(channels()).toEqual(['WhatsApp', 'Email'])
  cleanup()
  history.replaceState({}, '', '/dashboard-admin?channel=telegram')
  await show(<Places />)
  expect(channels()).toEqual(['WhatsApp', 'Telegram', 'Email'])
})
