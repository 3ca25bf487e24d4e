import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import * as eg from '../../../../shared/example.ts'
import { show } from '../../test/show.tsx'
import { signedIn } from '../../test/signed-in.ts'
import { Doubt } from './doubt.tsx'

afterEach(cleanup)

test.each([
  ['131', 'not sent'],
  ['not_on_whatsapp', 'This number is not on WhatsApp.'],
])(
  'why a message failed (%s) is told in our words, never in the provider’s',
  async (code, words) => {
    signedIn({ role: 'agent' })
    const error = { code, message: 'recipient refused' }
    const message = eg.message({ sender: 'agent', status: 'failed', error })
    const { container } = await show(<Doubt message={message} />)
    expect(container.textContent).toContain(words)
    expect(screen.queryByText(/recipient refused/)).toBeNull()
  },
)
