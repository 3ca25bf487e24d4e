import { contract } from '../../../shared/contract.ts'
import { newPassword } from '../../../shared/password.ts'
import type { Role, User } from '../../../shared/user.ts'
import { call } from '../api.ts'

/** Somebody, and the password they sign in with once. */
export interface Admitted {
  user: User
  password: string
}

export const listUsers = async () => (await call(contract.listUsers, {})).items

export async function createUser(fields: {
  username: string
  name: string
  role: Role
}): Promise<Admitted> {
  const password = newPassword()
  return {
    user: await call(contract.createUser, { ...fields, password, temporary: true }),
    password,
  }
}

export const changeUser = (
  userId: string,
  fields: { name?: string; role?: Role; disabled?: boolean },
): Promise<User> => call(contract.changeUser, { userId, ...fields })

export async function resetPassword(userId: string): Promise<Admitted> {
  const password = newPassword()
  return { user: await call(contract.changeUser, { userId, password }), password }
}

/** How many chats somebody has that are not closed. */
export const countHeld = async (userId: string) =>
  (await call(contract.chatsOfUser, { userId })).count

/** Nobody has the chats of this user any more, however many they are. */
export async function releaseChats(userId: string): Promise<void> {
  for (;;) {
    const { released, left } = await call(contract.releaseChatsOfUser, { userId })
    if (left === 0 || released === 0) return
  }
}
