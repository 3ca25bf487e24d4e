import { describe, expect, test } from 'vitest'
import { SendProblem } from '../../../shared/message.ts'
import { words as attentionEn } from './attention/en.ts'
import { words as attentionId } from './attention/id.ts'
import { words as composerEn } from './composer/en.ts'
import { words as composerId } from './composer/id.ts'
import { words as customerEn } from './customer/en.ts'
import { words as customerId } from './customer/id.ts'
import { text as en } from './en.ts'
import { words as firstRunEn } from './first-run/en.ts'
import { words as firstRunId } from './first-run/id.ts'
import { words as healthEn } from './health/en.ts'
import { words as healthId } from './health/id.ts'
import { text as id } from './id.ts'
import { words as keyboardEn } from './keyboard/en.ts'
import { words as keyboardId } from './keyboard/id.ts'
import { words as listEn } from './list/en.ts'
import { words as listId } from './list/id.ts'
import { words as numbersEn } from './numbers/en.ts'
import { words as numbersId } from './numbers/id.ts'
import { words as profileEn } from './profile/en.ts'
import { words as profileId } from './profile/id.ts'
import { words as settingsEn } from './settings/en.ts'
import { words as settingsId } from './settings/id.ts'
import { words as teamEn } from './team/en.ts'
import { words as teamId } from './team/id.ts'
import { botProblemOf } from './thread/bot-problem.ts'
import { words as threadEn } from './thread/en.ts'
import { words as threadId } from './thread/id.ts'
import { reasonFor } from './thread/reason.ts'

/** Every text by its path; those with gaps are filled with ones. */
function texts(table: object, path = ''): [string, string][] {
  return Object.entries(table).flatMap(([name, value]) => {
    if (typeof value === 'object') return texts(value, `${path}${name}.`)
    const said: unknown = typeof value === 'function' ? value('1', '1') : value
    return [[path + name, String(said)] as [string, string]]
  })
}
const paths = (table: object) => texts(table).map(([path]) => path)

describe.each([
  ['the inbox', en, id],
  ['the list', listEn, listId],
  ['a thread', threadEn, threadId],
  ['the health page', healthEn, healthId],
  ['the team page', teamEn, teamId],
  ['the settings page', settingsEn, settingsId],
  ['the profile', profileEn, profileId],
  ['a shop without chats', firstRunEn, firstRunId],
  ['the customer panel', customerEn, customerId],
  ['where one writes', composerEn, composerId],
  ['attention', attentionEn, attentionId],
  ['the numbers', numbersEn, numbersId],
  ['the keyboard', keyboardEn, keyboardId],
])('the words of %s', (_, english, indonesian) => {
  test('are the same in both languages', () => {
    expect(paths(indonesian)).toEqual(paths(english))
  })

  test('are never empty', () => {
    for (const [path, said] of [...texts(english), ...texts(indonesian)])
      expect(said.trim(), path).not.toBe('')
  })
})

test.each(SendProblem.options)(
  'why a message did not go out (%s) is told in both languages',
  (code) => {
    const [english, indonesian] = [threadEn, threadId].map((words) => reasonFor(code, words))
    expect(english).toBeTruthy()
    expect(indonesian).toBeTruthy()
    expect(indonesian).not.toBe(english)
  },
)

test('a code of the provider’s own is no word of ours', () => {
  expect(reasonFor('131', threadEn)).toBeUndefined()
  expect(reasonFor('constructor', threadEn)).toBeUndefined()
})

test.each([
  ['OpenAI answered 500', 'OpenAI menjawab 500.'],
  ['OpenAI took too long', 'OpenAI terlalu lama menjawab.'],
  ['OpenAI could not be reached', 'OpenAI tidak dapat dihubungi.'],
  ['It answered 6 times in ten minutes', threadId.botProblem.often],
  ['It answered 40 times today', threadId.botProblem.today],
  ['The customer said the same 3 times', threadId.botProblem.alike],
  ['The tokens of the day are used up', threadId.botProblem.tokens],
  ['Something else', 'Something else'],
])('“%s” is told in the reader’s language', (said, words) => {
  expect(botProblemOf(said, threadId)).toBe(words)
})
