import { expect, test } from 'vitest'
import { text as en } from '../text/en.ts'
import { text as id } from '../text/id.ts'

const [page] = Object.values(
  import.meta.glob<string>('../../index.html', { query: '?raw', import: 'default', eager: true }),
)

test.each([en, id])('what the page says before the app is here is what the app says', (text) => {
  expect(page).toContain(`>${text.tagline}<`)
})
