import { useEffect } from 'react'
import { create } from 'zustand'
import { teamContract } from '../../shared/contract/team.ts'
import type { User } from '../../shared/user.ts'
import { call } from './api.ts'
import { useUser } from './session.ts'

const useStore = create<{ users: User[]; busy: boolean }>(() => ({ users: [], busy: false }))

async function load() {
  if (useStore.getState().busy) return
  useStore.setState({ busy: true })
  const page = await call(teamContract.listUsers, {}).catch(() => undefined)
  useStore.setState({ busy: false, ...(page && { users: page.items }) })
}

export const forgetTeam = () => useStore.setState({ users: [], busy: false })

/** Those who can have a chat. Only admins are told the team; agents know themselves. */
export function useTeam(): { users: User[]; load: () => void } {
  const me = useUser()
  const { users } = useStore()
  const admin = me.role === 'admin'
  useEffect(() => {
    if (admin && useStore.getState().users.length === 0) void load()
  }, [admin])
  return {
    users: users.length ? users.filter(({ disabled }) => !disabled) : [me],
    load: () => void (admin && load()),
  }
}

/** Undefined for somebody this user is not told about. */
export function useNameOf(userId: string | null): string | undefined {
  const me = useUser()
  const { users } = useStore()
  return [me, ...users].find(({ id }) => id === userId)?.name
}
