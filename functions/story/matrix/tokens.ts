import { setTimeout as sleep } from 'node:timers/promises'
import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  DeleteUserPoolCommand,
  DescribeUserPoolClientCommand,
  UpdateUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { outputs } from '../stack.ts'

const pools = new CognitoIdentityProviderClient({})
const { UserPoolId, UserPoolClientId: ClientId } = outputs.stack

const tokensFor = async (
  pool: { UserPoolId: string | undefined; ClientId: string | undefined },
  USERNAME: string,
  PASSWORD: string,
) => {
  const { AuthenticationResult } = await pools.send(
    new AdminInitiateAuthCommand({
      ...pool,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD },
    }),
  )
  const { AccessToken, IdToken } = AuthenticationResult ?? {}
  if (!AccessToken || !IdToken) throw new Error('The pool gave no tokens')
  return { AccessToken, IdToken }
}

/** Of our pool, genuine and in date, but not made for this. */
export const idToken = async (username: string, password: string) =>
  (await tokensFor({ UserPoolId, ClientId }, username, password)).IdToken

/** Genuine, of our pool and client, and out of date: for a moment the pool gives tokens that live a second. */
export async function expiredToken(username: string, password: string): Promise<string> {
  const { UserPoolClient: usual = {} } = await pools.send(
    new DescribeUserPoolClientCommand({ UserPoolId, ClientId }),
  )
  const { CreationDate: _, LastModifiedDate: __, ClientSecret: ___, ...settings } = usual
  const update = (more: object) =>
    pools.send(
      new UpdateUserPoolClientCommand({ ...settings, UserPoolId, ClientId, ...more } as never),
    )
  const { TokenValidityUnits } = usual
  await update({
    AccessTokenValidity: 1,
    TokenValidityUnits: { ...TokenValidityUnits, AccessToken: 'seconds' },
  })
  try {
    const { AccessToken } = await tokensFor({ UserPoolId, ClientId }, username, password)
    await sleep(2_000)
    return AccessToken
  } finally {
    await update({})
  }
}

/** Somebody else's pool, in which somebody has the same name. */
export async function strangersToken(username: string, password: string): Promise<string> {
  const { UserPool } = await pools.send(
    new CreateUserPoolCommand({ PoolName: `strangers-${crypto.randomUUID().slice(0, 8)}` }),
  )
  const pool = { UserPoolId: UserPool?.Id }
  try {
    const { UserPoolClient } = await pools.send(
      new CreateUserPoolClientCommand({
        ...pool,
        ClientName: 'strangers',
        ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      }),
    )
    const Username = username
    await pools.send(new AdminCreateUserCommand({ ...pool, Username, MessageAction: 'SUPPRESS' }))
    await pools.send(
      new AdminSetUserPasswordCommand({ ...pool, Username, Password: password, Permanent: true }),
    )
    return (await tokensFor({ ...pool, ClientId: UserPoolClient?.ClientId }, username, password))
      .AccessToken
  } finally {
    await pools.send(new DeleteUserPoolCommand(pool))
  }
}
