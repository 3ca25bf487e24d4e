import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Role } from '../../../shared/user.ts'
import { clientOf } from '../aws.ts'
import type { Deployed } from './outputs.ts'

export const demoUsers: { username: string; password: string; name: string; role: Role }[] = [
  { username: 'admin', password: 'admin123', name: 'Bayu Pratama', role: 'admin' },
  { username: 'agent', password: 'agent123', name: 'Putri Maharani', role: 'agent' },
]

type Pool = Pick<Deployed, 'UserPoolId' | 'TableName'>

const unless =
  (name: string) =>
  (error: Error): undefined => {
    if (error.name !== name) throw error
  }

/** The sign-ins everybody may know, because they open nothing but this machine. What people changed stays. */
export async function createDemoUsers(
  engine: string,
  { UserPoolId, TableName }: Pool,
): Promise<void> {
  const cognito = new CognitoIdentityProviderClient(clientOf(engine))
  const table = DynamoDBDocumentClient.from(new DynamoDBClient(clientOf(engine)))
  for (const { username: Username, password: Password, name, role } of demoUsers) {
    const present = await cognito
      .send(new AdminGetUserCommand({ UserPoolId, Username }))
      .catch(unless('UserNotFoundException'))
    if (present) continue
    const { User } = await cognito.send(
      new AdminCreateUserCommand({ UserPoolId, Username, MessageAction: 'SUPPRESS' }),
    )
    await cognito.send(
      new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: true }),
    )
    await cognito.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: role }))
    const id = User?.Attributes?.find(({ Name }) => Name === 'sub')?.Value
    if (!id) throw new Error(`Cognito gave ${Username} no id`)
    await table.send(
      new PutCommand({
        TableName,
        Item: {
          pk: 'users',
          sk: `user#${id}`,
          id,
          username: Username,
          name,
          role,
          disabled: false,
        },
      }),
    )
  }
}
