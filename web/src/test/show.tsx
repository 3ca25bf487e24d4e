import { cleanup, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { loadComposerWords } from '../text/composer/use-composer-words.ts'
import { loadCustomerWords } from '../text/customer/use-customer-words.ts'
import { loadHealthWords } from '../text/health/use-health-words.ts'
import { speak } from '../text/language.ts'
import { loadListWords } from '../text/list/use-list-words.ts'
import { loadNumbersWords } from '../text/numbers/use-numbers-words.ts'
import { loadProfileWords } from '../text/profile/use-profile-words.ts'
import { loadSettingsWords } from '../text/settings/use-settings-words.ts'
import { loadTeamWords } from '../text/team/use-team-words.ts'
import { loadThreadWords } from '../text/thread/use-thread-words.ts'

class NoObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

/** Puts a piece of the screen into the page, in English. */
export async function show(piece: ReactNode) {
  cleanup()
  vi.stubGlobal('IntersectionObserver', NoObserver)
  vi.stubGlobal('ResizeObserver', NoObserver)
  vi.stubGlobal('matchMedia', () => Object.assign(new EventTarget(), { matches: true }))
  // As high as a window is, so that what scrolls has something in sight.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(900)
  await speak('en')
  await Promise.all([
    loadThreadWords(),
    loadListWords(),
    loadHealthWords(),
    loadTeamWords(),
    loadSettingsWords(),
    loadNumbersWords(),
    loadProfileWords(),
    loadCustomerWords(),
    loadComposerWords(),
  ])
  return render(piece)
}
