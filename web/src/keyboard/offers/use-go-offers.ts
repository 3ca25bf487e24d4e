import { useLocation } from 'wouter'
import type { Filter } from '../../inbox/filter.ts'
import { hrefOf, type Place, usePlace } from '../../place.ts'
import { useUser } from '../../session.ts'
import { useAction } from '../actions.ts'

/** The ways to the lists and the pages. */
export function useGoOffers(): void {
  const { role } = useUser()
  const { base } = usePlace()
  const [, navigate] = useLocation()
  const to = (view: Filter['view']) => () =>
    navigate(hrefOf({ base, customer: false, filter: { view } }))
  useAction('go.all', to('all'))
  useAction('go.mine', to('mine'))
  useAction('go.unassigned', to('unassigned'))
  useAction('go.unsent', to('unsent'))
  const byAdmin = (page: Pick<Place, 'health' | 'page'>) =>
    role === 'admin'
      ? () => navigate(hrefOf({ base, customer: false, filter: { view: 'all' }, ...page }))
      : undefined
  useAction('go.health', byAdmin({ health: true }))
  useAction('go.numbers', byAdmin({ page: 'numbers' }))
  useAction('go.team', byAdmin({ page: 'team' }))
  useAction('go.settings', byAdmin({ page: 'settings' }))
}
