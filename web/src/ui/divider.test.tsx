import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { show } from '../test/show.tsx'
import { signedIn } from '../test/signed-in.ts'
import { Divider } from './divider.tsx'
import { applyPanes } from './panes.ts'

const divider = () => screen.getByRole('separator', { name: 'Width of the chat list' })
const wide = () => document.documentElement.style.getPropertyValue('--list-width')

beforeEach(() => {
  signedIn()
  localStorage.clear()
})
afterEach(() => {
  cleanup()
  localStorage.clear()
  document.documentElement.removeAttribute('style')
})

test('the list is made wider and narrower by keys, within reason', async () => {
  await show(<Divider pane="list" side="left" />)
  fireEvent.keyDown(divider(), { key: 'End' })
  expect(wide()).toBe('520px')
  fireEvent.keyDown(divider(), { key: 'Home' })
  expect(wide()).toBe('260px')
})

test('a width that was chosen is there after a reload, until a double click forgets it', async () => {
  await show(<Divider pane="list" side="left" />)
  fireEvent.keyDown(divider(), { key: 'End' })
  document.documentElement.removeAttribute('style')
  applyPanes()
  expect(wide()).toBe('520px')
  fireEvent.doubleClick(divider())
  expect([wide(), localStorage.getItem('balas.width.list')]).toEqual(['', null])
})

test('a width that makes no sense is none', () => {
  localStorage.setItem('balas.width.list', 'wide')
  applyPanes()
  expect(wide()).toBe('')
})
