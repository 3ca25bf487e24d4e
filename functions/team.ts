import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  InvalidPasswordException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider'
import { teamContract } from '../shared/contract/team.ts'
import type { Role, User as UserType } from '../shared/user.ts'
import * as announce from './domain/announce.ts'
import * as Connection from './domain/team/connection.ts'
import * as User from './domain/team/user.ts'
import { conflict, invalidInput, notFound } from './lib/errors.ts'
import { attribute, pool, poolId } from './lib/pool.ts'
import { serve } from './lib/serve.ts'

const inPool = (username: string) => ({ UserPoolId: poolId(), Username: username })

async function refusals<Output>(call: Promise<Output>): Promise<Output> {
  try {
    return await call
  } catch (error) {
    if (error instanceof UsernameExistsException)
      throw conflict('username_taken', 'That username is taken')
    if (error instanceof InvalidPasswordException)
      throw invalidInput('password: too weak for the user pool', { field: 'password' })
    throw error
  }
}

const setPassword = (username: string, Password: string, Permanent: boolean) =>
  refusals(pool.send(new AdminSetUserPasswordCommand({ ...inPool(username), Password, Permanent })))

async function setRole(username: string, from: Role, to: Role) {
  await pool.send(new AdminAddUserToGroupCommand({ ...inPool(username), GroupName: to }))
  if (from !== to)
    await pool.send(new AdminRemoveUserFromGroupCommand({ ...inPool(username), GroupName: from }))
}

/** Ends what a token may still do: no renewal, and no more news over open sockets but that of this. */
async function cutOff({ id, username }: UserType) {
  await pool.send(new AdminUserGlobalSignOutCommand(inPool(username)))
  const theirs = (await Connection.list()).filter(({ userId }) => userId === id)
  await Promise.all(theirs.map((connection) => Connection.remove(connection.id)))
  await announce.signedOut(theirs)
}

async function setDisabled(username: string, disabled: boolean) {
  if (disabled) await pool.send(new AdminDisableUserCommand(inPool(username)))
  else await pool.send(new AdminEnableUserCommand(inPool(username)))
}

/** Whoever locks himself out must not lock out the shop: it takes another admin, if there is one. */
async function refusedToOneself({ id }: UserType) {
  const isOther = (user: UserType) => user.id !== id && user.role === 'admin' && !user.disabled
  return (await User.list()).some(isOther)
    ? conflict('own_account', 'Another admin has to do that to your own account')
    : conflict('last_admin', 'You are the only admin')
}

export const handler = serve(
  teamContract,
  {
    listUsers: async () => ({ items: await User.list(), cursor: null }),
    createUser: async ({ username, password, name, role, temporary }) => {
      const { User: created } = await refusals(
        pool.send(
          new AdminCreateUserCommand({
            ...inPool(username),
            MessageAction: 'SUPPRESS',
            UserAttributes: [{ Name: 'name', Value: name }],
          }),
        ),
      )
      await setPassword(username, password, !temporary)
      await setRole(username, role, role)
      const id = attribute(created?.Attributes, 'sub')
      if (!id) throw new Error('The user pool named no sub')
      return User.put({ id, username, name, role, disabled: false })
    },
    changeUser: async ({ userId, name, role, disabled, password }, admin) => {
      const user = await User.find(userId)
      if (!user) throw notFound('user')
      if (userId === admin.id && (disabled || (role && role !== 'admin')))
        throw await refusedToOneself(admin)
      const next = {
        ...user,
        name: name ?? user.name,
        role: role ?? user.role,
        disabled: disabled ?? user.disabled,
      }
      if (password) await setPassword(user.username, password, false)
      if (role) await setRole(user.username, user.role, role)
      if (disabled !== undefined) await setDisabled(user.username, disabled)
      await User.put(next)
      if (password || next.disabled || next.role !== user.role) await cutOff(next)
      return next
    },
  },
  User.whoIs,
)
