import { describe, expect, test } from 'vitest'
import { optionsOf } from './options.ts'

const optionsFor = (...args: string[]) => optionsOf(args, {})

test('without options it is prod, and all settings stay as they were', () => {
  expect(optionsFor()).toMatchObject({ stage: 'prod', yes: false, context: {} })
})

test('what is named becomes a setting; an empty one is taken back', () => {
  const { context } = optionsFor(
    '--owners',
    '6281200009999',
    '--set',
    'openaiModel=',
    '--set',
    'apiRate=5',
  )
  expect(context).toEqual({ whapiAdmins: '6281200009999', openaiModel: '', apiRate: '5' })
})

test('secrets come by variables', () => {
  const { secrets } = optionsOf([], { WHAPI_TOKEN: ' abc ', OPENAI_API_KEY: 'def' })
  expect(secrets).toEqual({ whapiToken: 'abc', openaiKey: 'def' })
})

describe('refused, with words that say what is wrong', () => {
  test.each([
    [['--certificate', 'arn:aws:acm:eu-west-1:123456789012:certificate/x'], /us-east-1/],
    [['--owners', '+62 812'], /numbers with their country/],
    [['--domain', 'https://chat.example.com'], /a name such as/],
    [['--alarm-email', 'nobody'], /an address such as/],
    [['--admin', 'a'], /2 to 64/],
    [['--set', 'whapiToken=abc'], /secrets are no settings/],
    [['--set', 'localEngine=http://x'], /not for you/],
    [['--set', 'nonsense'], /name=value/],
    [['--whapi-token', 'abc'], /Unknown option/],
  ])('%j', (args, words) => {
    expect(() => optionsFor(...args)).toThrow(words)
  })
})
