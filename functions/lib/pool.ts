import {
  type AttributeType,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider'
import { clientDefaults } from './aws.ts'
import { env } from './env.ts'

export const pool = new CognitoIdentityProviderClient({
  ...clientDefaults,
  // Checking a password takes Cognito longer than any other call we make.
  requestHandler: { connectionTimeout: 1000, requestTimeout: 5000 },
})

export const poolId = () => env('USER_POOL_ID')

export const attribute = (attributes: AttributeType[] | undefined, name: string) =>
  attributes?.find(({ Name }) => Name === name)?.Value
