import {
  AdminGetUserCommand,
  AdminInitiateAuthCommand,
  type AdminInitiateAuthCommandOutput,
  AdminRespondToAuthChallengeCommand,
  ChangePasswordCommand,
  CognitoIdentityProviderServiceException,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { decomposeUnverifiedJwt } from 'aws-jwt-verify/jwt'
import { sessionContract } from '../shared/contract/session.ts'
import type { User as UserType } from '../shared/user.ts'
import * as Attempt from './domain/team/attempt.ts'
import * as User from './domain/team/user.ts'
import { roleOf } from './lib/claims.ts'
import { env } from './lib/env.ts'
import { AppError, forbidden, notSignedIn } from './lib/errors.ts'
import { attribute, pool, poolId } from './lib/pool.ts'
import { type Call, serve } from './lib/serve.ts'

const cookieName = 'balas'
const cookie = (value: string, maxAgeS: number) =>
  `${cookieName}=${value}; HttpOnly; Secure; SameSite=Strict; Path=/api/session; Max-Age=${maxAgeS}`
const refreshLivesS = 30 * 24 * 3600

const refreshTokenIn = ({ cookies }: Call) =>
  cookies.find((line) => line.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1)

const client = () => ({ UserPoolId: poolId(), ClientId: env('USER_POOL_CLIENT_ID') })

/** The one answer to every wrong sign-in, whatever was wrong. */
const wrong = () => notSignedIn('Wrong username or password')

/** No 401: whoever mistypes the old password stays signed in. */
const wrongPassword = () => new AppError(403, 'wrong_password', 'That is not your password')

/** Errors by which the pool says no; anything else is trouble on our side. */
const refusals = [
  'NotAuthorizedException',
  'UserNotFoundException',
  'UserNotConfirmedException',
  'PasswordResetRequiredException',
  'InvalidParameterException',
]

async function refusedAs<Output>(answer: () => AppError, call: Promise<Output>): Promise<Output> {
  try {
    return await call
  } catch (error) {
    if (!(error instanceof CognitoIdentityProviderServiceException)) throw error
    if (error.name === 'InvalidPasswordException')
      throw new AppError(400, 'weak_password', 'The new password is too weak')
    if (error.name === 'TooManyRequestsException')
      throw new AppError(429, 'too_many', 'Too many attempts. Try again in a while.')
    throw refusals.includes(error.name) ? answer() : error
  }
}

async function signedIn({ AuthenticationResult }: AdminInitiateAuthCommandOutput) {
  const { AccessToken, ExpiresIn, RefreshToken } = AuthenticationResult ?? {}
  if (!AccessToken || !ExpiresIn) throw wrong()
  // Straight from the pool over TLS, so there is nothing to verify.
  const { payload } = decomposeUnverifiedJwt(AccessToken)
  const user = await userOf(
    String(payload.sub),
    String(payload.username),
    payload['cognito:groups'],
  )
  return { session: { accessToken: AccessToken, expiresIn: ExpiresIn, user }, RefreshToken }
}

/** Whoever is in the pool but not yet in our table is entered at the first sign-in. */
async function userOf(id: string, username: string, groups: unknown): Promise<UserType> {
  const role = roleOf(groups)
  if (!role) throw forbidden('This account has no role yet; ask an admin')
  const known = await User.find(id)
  if (known?.disabled) throw wrong()
  if (known?.role === role) return known
  const { UserAttributes } = await pool.send(
    new AdminGetUserCommand({ UserPoolId: poolId(), Username: username }),
  )
  const name = known?.name ?? attribute(UserAttributes, 'name') ?? username
  return User.put({ id, username, name, role, disabled: false })
}

/** A temporary password lets its owner do one thing: choose another one. */
async function answerChallenge(
  { ChallengeName, Session }: AdminInitiateAuthCommandOutput,
  username: string,
  newPassword: string | undefined,
) {
  if (ChallengeName !== 'NEW_PASSWORD_REQUIRED') throw wrong()
  if (!newPassword)
    throw new AppError(403, 'new_password_required', 'Choose a new password to go on')
  return refusedAs(
    wrong,
    pool.send(
      new AdminRespondToAuthChallengeCommand({
        ...client(),
        ChallengeName,
        Session,
        ChallengeResponses: { USERNAME: username, NEW_PASSWORD: newPassword },
      }),
    ),
  )
}

const enter = (username: string, password: string, refusal: () => AppError) =>
  refusedAs(
    refusal,
    pool.send(
      new AdminInitiateAuthCommand({
        ...client(),
        AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: username, PASSWORD: password },
      }),
    ),
  )

export const handler = serve(
  sessionContract,
  {
    signIn: async ({ username, password, newPassword }, _, call) => {
      await Attempt.check(username, call.sourceIp)
      try {
        const first = await enter(username, password, wrong)
        const done = first.ChallengeName
          ? await answerChallenge(first, username, newPassword)
          : first
        const { session, RefreshToken } = await signedIn(done)
        if (RefreshToken) call.setCookie(cookie(RefreshToken, refreshLivesS))
        await Attempt.forget(username, call.sourceIp)
        return session
      } catch (error) {
        if (error instanceof AppError && error.status === 401)
          await Attempt.failed(username, call.sourceIp)
        throw error
      }
    },
    renew: async (_input, _user, call) => {
      const token = refreshTokenIn(call)
      if (!token) throw notSignedIn()
      const renewed = await refusedAs(
        () => notSignedIn('Sign in again'),
        pool.send(
          new AdminInitiateAuthCommand({
            ...client(),
            AuthFlow: 'REFRESH_TOKEN_AUTH',
            AuthParameters: { REFRESH_TOKEN: token },
          }),
        ),
      )
      return (await signedIn(renewed)).session
    },
    changePassword: async ({ password, newPassword }, { username }, call) => {
      await Attempt.check(username, call.sourceIp)
      try {
        const { AuthenticationResult } = await enter(username, password, wrongPassword)
        const { AccessToken } = AuthenticationResult ?? {}
        if (!AccessToken) throw wrongPassword()
        await refusedAs(
          wrongPassword,
          pool.send(
            new ChangePasswordCommand({
              AccessToken,
              PreviousPassword: password,
              ProposedPassword: newPassword,
            }),
          ),
        )
        await Attempt.forget(username, call.sourceIp)
        return {}
      } catch (error) {
        if (error instanceof AppError && error.code === 'wrong_password')
          await Attempt.failed(username, call.sourceIp)
        throw error
      }
    },
    signOut: async (_input, _user, call) => {
      const token = refreshTokenIn(call)
      call.setCookie(cookie('', 0))
      if (token)
        await refusedAs(
          notSignedIn,
          pool.send(new RevokeTokenCommand({ ClientId: client().ClientId, Token: token })),
        ).catch((error) => {
          // A token the pool does not know any more is as good as revoked.
          if (!(error instanceof AppError)) throw error
        })
      return {}
    },
  },
  User.whoIs,
)
