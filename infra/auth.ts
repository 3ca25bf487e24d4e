import {
  AccountRecovery,
  FeaturePlan,
  UserPool,
  type UserPoolClient,
  UserPoolGroup,
} from 'aws-cdk-lib/aws-cognito'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib/core'
import { Construct } from 'constructs'
import { Role } from '../shared/user.ts'
import type { Linkable } from './handler.ts'

/** Who may sign in: people an admin has created, in the groups of our roles, through our own sign-in route. */
export class Auth extends Construct {
  readonly pool: UserPool
  readonly client: UserPoolClient
  /** What its tokens say of their origin. */
  readonly issuer: string
  /** The pool's and the client's names, for whoever checks tokens. */
  readonly names: Linkable
  readonly signIn: Linkable
  readonly administer: Linkable

  constructor(scope: Construct, id: string, { keepData }: { keepData: boolean }) {
    super(scope, id)
    this.pool = new UserPool(this, 'pool', {
      signInAliases: { username: true },
      signInCaseSensitive: false,
      selfSignUpEnabled: false,
      accountRecovery: AccountRecovery.NONE,
      featurePlan: FeaturePlan.LITE,
      passwordPolicy: {
        minLength: 8,
        requireDigits: false,
        requireLowercase: false,
        requireSymbols: false,
        requireUppercase: false,
      },
      deletionProtection: keepData,
      removalPolicy: keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    })
    for (const groupName of Role.options)
      new UserPoolGroup(this, groupName, { userPool: this.pool, groupName })
    this.client = this.pool.addClient('web', {
      generateSecret: false,
      disableOAuth: true,
      authFlows: { adminUserPassword: true },
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.days(30),
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
    })
    const { region, urlSuffix } = Stack.of(this)
    this.issuer = `https://cognito-idp.${region}.${urlSuffix}/${this.pool.userPoolId}`
    this.names = this.link()
    this.signIn = this.link('AdminInitiateAuth', 'AdminRespondToAuthChallenge', 'AdminGetUser')
    this.administer = this.link(
      'AdminCreateUser',
      'AdminSetUserPassword',
      'AdminAddUserToGroup',
      'AdminRemoveUserFromGroup',
      'AdminEnableUser',
      'AdminDisableUser',
      'AdminUserGlobalSignOut',
    )
  }

  private link(...actions: string[]): Linkable {
    return {
      linkTo: (handler) => {
        handler.addEnvironment('USER_POOL_ID', this.pool.userPoolId)
        handler.addEnvironment('USER_POOL_CLIENT_ID', this.client.userPoolClientId)
        if (!actions.length) return
        handler.addToRolePolicy(
          new PolicyStatement({
            actions: actions.map((action) => `cognito-idp:${action}`),
            resources: [this.pool.userPoolArn],
          }),
        )
      },
    }
  }
}
