import { cleanup } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { show } from '../../../test/show.tsx'
import { LinkedText } from './linked-text.tsx'

afterEach(cleanup)

const linksIn = async (text: string) => {
  const { container } = await show(<LinkedText text={text} />)
  expect(container.textContent).toBe(text)
  return [...container.querySelectorAll('a')].map(({ href, textContent }) => [href, textContent])
}

test.each([
  ['Lihat https://toko.example.com/kaos ya', 'https://toko.example.com/kaos'],
  ['(http://a.example/b)', 'http://a.example/b'],
  ['https://a.example/wiki/Kaos_(baju).', 'https://a.example/wiki/Kaos_(baju)'],
  ['Sudah buka https://a.example/?q=1&r=2!', 'https://a.example/?q=1&r=2'],
])('in “%s” the address can be opened, without what follows it', async (text, address) => {
  expect(await linksIn(text)).toEqual([[address, address]])
})

test.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://a.example', 'https://', 'a.example'])(
  '“%s” is words and nothing else',
  async (text) => {
    expect(await linksIn(text)).toEqual([])
  },
)

test('several addresses are several links, and nobody there learns where the reader came from', async () => {
  const text = 'https://a.example\nhttps://b.example'
  const { container } = await show(<LinkedText text={text} />)
  const links = [...container.querySelectorAll('a')]
  expect(links).toHaveLength(2)
  for (const { rel, target } of links)
    expect([rel, target]).toEqual(['noopener noreferrer nofollow', '_blank'])
})

test.each(['https://bank.example@evil.example/', 'https://user:secret@evil.example'])(
  '“%s” would open another host than it shows, and is no link',
  async (text) => {
    expect(await linksIn(text)).toEqual([])
  },
)

test('what turns the direction of writing around ends an address', async () => {
  expect(await linksIn('https://a.example/\u202egnp.exe')).toEqual([
    ['https://a.example/', 'https://a.example/'],
  ])
})

test('an address with a hundred thousand brackets is one link', async () => {
  expect(await linksIn(`https://a.example/${')'.repeat(100_000)}`)).toHaveLength(1)
})
