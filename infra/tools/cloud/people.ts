import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  ListUsersInGroupCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DeleteCommand, DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Role, User } from '../../../shared/user.ts'
import type { ClientConfig } from './cloud.ts'
import type { Deployed } from './outputs.ts'

/** Where people are kept: the pool knows passwords and roles, the table names. */
export interface Team {
  config: ClientConfig
  deployed: Pick<Deployed, 'UserPoolId' | 'TableName'>
}

const pool = ({ config }: Team) => new CognitoIdentityProviderClient(config)
const table = ({ config }: Team) => DynamoDBDocumentClient.from(new DynamoDBClient(config))
const key = (id: string) => ({ pk: 'users', sk: `user#${id}` })

/** How somebody stands in the pool; undefined when nobody is called so. */
export async function findPerson(team: Team, Username: string) {
  const { UserPoolId } = team.deployed
  const found = await pool(team)
    .send(new AdminGetUserCommand({ UserPoolId, Username }))
    .catch((error: Error): undefined => {
      if (error.name !== 'UserNotFoundException') throw error
    })
  return found && { hasOwnPassword: found.UserStatus !== 'FORCE_CHANGE_PASSWORD' }
}

/** Lets somebody in. A temporary password has to be changed at the first sign-in, another one stays. */
export async function addPerson(
  team: Team,
  { username, role }: { username: string; role: Role },
  password: { temporary: string } | { own: string },
): Promise<string> {
  const { UserPoolId } = team.deployed
  const Username = username
  const { User } = await pool(team).send(
    new AdminCreateUserCommand({ UserPoolId, Username, MessageAction: 'SUPPRESS' }),
  )
  await setPassword(team, username, password)
  await pool(team).send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: role }))
  const id = User?.Attributes?.find(({ Name }) => Name === 'sub')?.Value
  if (!id) throw new Error(`Cognito gave ${username} no id`)
  return id
}

export async function setPassword(
  team: Team,
  Username: string,
  password: { temporary: string } | { own: string },
): Promise<void> {
  const Permanent = 'own' in password
  await pool(team).send(
    new AdminSetUserPasswordCommand({
      UserPoolId: team.deployed.UserPoolId,
      Username,
      Password: 'own' in password ? password.own : password.temporary,
      Permanent,
    }),
  )
}

/** Enters somebody in the team before the first sign-in would. */
export async function enterPerson(team: Team, user: User): Promise<void> {
  const { TableName } = team.deployed
  await table(team).send(new PutCommand({ TableName, Item: { ...key(user.id), ...user } }))
}

/** Nothing of them is left. */
export async function removePerson(team: Team, username: string, id: string): Promise<void> {
  const { UserPoolId, TableName } = team.deployed
  await pool(team).send(new AdminDeleteUserCommand({ UserPoolId, Username: username }))
  await table(team).send(new DeleteCommand({ TableName, Key: key(id) }))
}

export async function hasAdmin(team: Team): Promise<boolean> {
  const { Users = [] } = await pool(team).send(
    new ListUsersInGroupCommand({
      UserPoolId: team.deployed.UserPoolId,
      GroupName: 'admin',
      Limit: 1,
    }),
  )
  return Users.length > 0
}
