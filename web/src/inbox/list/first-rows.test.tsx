import { act, cleanup } from '@testing-library/react'
import { lazy, Suspense } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as eg from '../../../../shared/example.ts'
import { show } from '../../test/show.tsx'
import { signedIn } from '../../test/signed-in.ts'
import { FirstRows } from './first-rows.tsx'
import { ChatRows } from './later/chat-rows.tsx'

beforeEach(() => void signedIn())
afterEach(cleanup)

test('whoever is at a row stays at it when the whole list takes the place of the first rows', async () => {
  const chats = ['1', '2', '3'].map((id) => eg.chat({ id }))
  let arrive = (_: { default: typeof ChatRows }) => {}
  const Later = lazy(
    () => new Promise<{ default: typeof ChatRows }>((resolve) => (arrive = resolve)),
  )
  await show(
    <Suspense fallback={<FirstRows chats={chats} />}>
      <Later chats={chats} more={null} onEnd={() => {}} />
    </Suspense>,
  )
  const first = document.querySelector<HTMLElement>('[data-chat-id="2"]')
  first?.focus()
  await act(async () => arrive({ default: ChatRows }))
  expect(first?.isConnected).toBe(false)
  expect(document.activeElement?.getAttribute('data-chat-id')).toBe('2')
})
