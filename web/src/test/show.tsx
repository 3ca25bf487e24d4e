import { cleanup, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { loadCustomerWords } from '../text/customer/use-customer-words.ts'
import { loadComposerWords } from '../text/composer/use-composer-words.ts'
import { loadHealthWords } from '../text/health/use-health-words.ts'
import { speak } from '../text/language.ts'
import { loadProfileWords } from '../text/profile/use-profile-words.ts'
import { loadSettingsWords } from '../text/settings/use-settings-words.ts'
import { loadTeamWords } from '../text/team/use-team-words.ts'
import { loadThreadWords } from '../text/thread/use-thread-words.ts'

class NoObserver {
  observe() {}
  disconnect() {}
}

/** Puts a piece of the screen into the page, in English. */
export async function show(piece: ReactNode) {
  cleanup()
  vi.stubGlobal('IntersectionObserver', NoObserver)
  vi.stubGlobal('ResizeObserver', NoObserver)
  vi.stubGlobal('matchMedia', () => ({ matches: true }))
  await speak('en')
  await Promise.all([
    loadThreadWords(),
    loadHealthWords(),
    loadTeamWords(),
    loadSettingsWords(),
    loadProfileWords(),
    loadCustomerWords(),
    loadComposerWords(),
  ])
  return render(piece)
}
