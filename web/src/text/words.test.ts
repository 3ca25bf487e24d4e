import { renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { speak } from './language.ts'
import { wordsOf } from './words.ts'

const bring = (greeting: string) => async () => ({ words: { greeting } })

test('a part that comes while the language changes has its words in the new one', async () => {
  await speak('en')
  const words = wordsOf({ en: bring('hello'), id: bring('halo') })
  const change = speak('id')
  await words.load()
  await change
  expect(renderHook(() => words.use()).result.current.greeting).toBe('halo')
  await speak('en')
  expect(renderHook(() => words.use()).result.current.greeting).toBe('hello')
})

test('only the words of the language in use are fetched', async () => {
  await speak('en')
  const fetched: string[] = []
  const bringing = (language: string) => async () => {
    fetched.push(language)
    return { words: { greeting: language } }
  }
  const words = wordsOf({ en: bringing('en'), id: bringing('id') })
  await words.load()
  expect(fetched).toEqual(['en'])
})
