import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { navigate } from 'wouter/use-browser-location'
import { show } from '../../test/show.tsx'
import { Search } from './search.tsx'

beforeEach(() => history.replaceState({}, '', '/dashboard-agent'))
afterEach(cleanup)

const box = () => screen.getByRole('searchbox') as HTMLInputElement

test('what is searched for stands in the box, whichever way it was asked', async () => {
  await show(<Search />)
  act(() => navigate('/dashboard-agent?q=kopi'))
  expect(box().value).toBe('kopi')
  act(() => navigate('/dashboard-agent'))
  expect(box().value).toBe('')
})

test('what is being typed is searched for once the typing rests, and is not typed over', async () => {
  await show(<Search />)
  fireEvent.change(box(), { target: { value: 'kopi ' } })
  await vi.waitFor(() => expect(location.search).toBe('?q=kopi'))
  expect(box().value).toBe('kopi ')
})
