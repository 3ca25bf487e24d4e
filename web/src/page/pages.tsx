import { type ComponentType, lazy, Suspense } from 'react'
import type { Page as Name } from '../place.ts'
import { useUser } from '../session.ts'
import { useText } from '../text/language.ts'
import { loadNumbersWords } from '../text/numbers/use-numbers-words.ts'
import { loadProfileWords } from '../text/profile/use-profile-words.ts'
import { loadSettingsWords } from '../text/settings/use-settings-words.ts'
import { loadTeamWords } from '../text/team/use-team-words.ts'
import { NoPermission } from './no-permission.tsx'
import { PageLoading } from './page.tsx'

const withWords = (load: () => Promise<ComponentType>, words: () => Promise<void>) =>
  lazy(async () => {
    const [page] = await Promise.all([load(), words()])
    return { default: page }
  })

const pages: Record<Name, ComponentType> = {
  team: withWords(async () => (await import('../team/team-page.tsx')).TeamPage, loadTeamWords),
  numbers: withWords(
    async () => (await import('../numbers/numbers-page.tsx')).NumbersPage,
    loadNumbersWords,
  ),
  settings: withWords(
    async () => (await import('../settings/settings-page.tsx')).SettingsPage,
    loadSettingsWords,
  ),
  profile: withWords(
    async () => (await import('../profile/profile-page.tsx')).ProfilePage,
    loadProfileWords,
  ),
}

/** The page of this name, for those who may see it. */
export function Pages({ name }: { name: Name }) {
  const { loading } = useText()
  const { role } = useUser()
  if (name !== 'profile' && role !== 'admin') return <NoPermission />
  const Page = pages[name]
  return (
    <Suspense fallback={<PageLoading label={loading} />}>
      <Page />
    </Suspense>
  )
}
