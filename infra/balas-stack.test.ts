import { Match, Template } from 'aws-cdk-lib/assertions'
import { beforeAll, describe, expect, test } from 'vitest'
import { sessionContract } from '../shared/contract/session.ts'
import { contract, webhookAddresses } from '../shared/contract.ts'
import * as eg from './example.ts'

interface Resource {
  Properties: Record<string, unknown>
}

let template: Template

const resources = (type: string) =>
  Object.values(template.findResources(type) as Record<string, Resource>)

const functionOf = (id: string) =>
  Object.entries(template.findResources('AWS::Lambda::Function') as Record<string, Resource>).find(
    ([name]) => new RegExp(`^${id}[0-9A-F]{8}$`).test(name),
  )?.[1].Properties as { Timeout: number; MemorySize: number; Environment: { Variables: object } }

beforeAll(() => {
  template = Template.fromStack(eg.balas())
})

describe('the API', () => {
  const routes = () => {
    const http = Object.keys(
      template.findResources('AWS::ApiGatewayV2::Api', { Properties: { ProtocolType: 'HTTP' } }),
    )[0]
    return resources('AWS::ApiGatewayV2::Route')
      .map(({ Properties }) => Properties)
      .filter(({ ApiId }) => (ApiId as { Ref: string }).Ref === http)
  }

  test('every route of the contract exists, and nothing else', () => {
    const addresses = Object.values(contract).map(({ address }) => address)
    expect(routes().map(({ RouteKey }) => RouteKey)).toHaveLength(
      addresses.length + webhookAddresses.length,
    )
    expect(new Set(routes().map(({ RouteKey }) => RouteKey))).toEqual(
      new Set([...addresses, ...webhookAddresses]),
    )
  })

  test('only the public ones and the webhook need no token', () => {
    const open = routes().filter(({ AuthorizationType }) => AuthorizationType !== 'JWT')
    const expected = Object.values(contract).filter(({ who }) => who === 'public')
    expect(new Set(open.map(({ RouteKey }) => RouteKey))).toEqual(
      new Set([...expected.map(({ address }) => address), ...webhookAddresses]),
    )
  })

  test('the whole of it is throttled, and tighter where anybody may knock', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      StageName: '$default',
      DefaultRouteSettings: { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 },
      RouteSettings: Object.fromEntries([
        ...Object.values(sessionContract).map(({ address }) => [
          address,
          { ThrottlingRateLimit: 1, ThrottlingBurstLimit: 40 },
        ]),
        ...webhookAddresses.map((address) => [
          address,
          { ThrottlingRateLimit: 3, ThrottlingBurstLimit: 100 },
        ]),
      ]),
    })
  })
})

describe('the socket', () => {
  test('connecting is throttled', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      StageName: 'ws',
      RouteSettings: { $connect: { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 50 } },
    })
  })

  test('a ping is answered without a function', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::IntegrationResponse', {
      ResponseTemplates: { 200: Match.stringLikeRegexp('"type":"pong"') },
    })
    template.resourceCountIs('AWS::ApiGatewayV2::RouteResponse', 1)
  })
})

describe('jobs', () => {
  test('a job that fails three times is kept in a dead-letter queue', () => {
    template.allResourcesProperties('AWS::SQS::Queue', {
      FifoQueue: true,
      MessageRetentionPeriod: 14 * 24 * 3600,
      SqsManagedSseEnabled: true,
    })
    const limits = resources('AWS::SQS::Queue').map(
      ({ Properties }) =>
        (Properties.RedrivePolicy as { maxReceiveCount: number })?.maxReceiveCount,
    )
    expect(limits.sort()).toEqual([3, 3, undefined, undefined])
  })

  test('a job in work is hidden for longer than its worker may take', () => {
    const visibility = resources('AWS::SQS::Queue')
      .map(({ Properties }) => Properties.VisibilityTimeout as number | undefined)
      .filter((it) => it !== undefined)
      .sort((a, b) => a - b)
    expect(visibility).toEqual([72, 90])
    expect(functionOf('outbound').Timeout).toBeLessThan(72)
    expect(functionOf('bot').Timeout).toBeLessThan(90)
  })

  test('only two queues are polled, one job at a time', () => {
    template.resourceCountIs('AWS::Lambda::EventSourceMapping', 2)
    template.allResourcesProperties('AWS::Lambda::EventSourceMapping', { BatchSize: 1 })
  })

  test('queues and their senders talk over TLS only', () => {
    template.resourceCountIs('AWS::SQS::QueuePolicy', 4)
  })
})

describe('rights', () => {
  test('a role has the one policy that is written for it, and only Lambda may take it on', () => {
    template.allResourcesProperties('AWS::IAM::Role', {
      ManagedPolicyArns: Match.absent(),
      AssumeRolePolicyDocument: {
        Statement: [Match.objectLike({ Principal: { Service: 'lambda.amazonaws.com' } })],
      },
    })
  })
})

describe('what it costs', () => {
  test('the table is on demand, with a ceiling, and so are its indexes', () => {
    const reads = { MaxReadRequestUnits: 1000 }
    const index = {
      WriteOnDemandThroughputSettings: { MaxWriteRequestUnits: 2000 },
    }
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      BillingMode: 'PAY_PER_REQUEST',
      WriteOnDemandThroughputSettings: { MaxWriteRequestUnits: 1000 },
      GlobalSecondaryIndexes: Array.from({ length: 3 }, () => Match.objectLike(index)),
      Replicas: [
        Match.objectLike({
          ReadOnDemandThroughputSettings: reads,
          GlobalSecondaryIndexes: Array.from({ length: 3 }, () =>
            Match.objectLike({ ReadOnDemandThroughputSettings: reads }),
          ),
        }),
      ],
    })
  })

  test('a flood finds a limited number of functions', () => {
    const reserved = resources('AWS::Lambda::Function').map(
      ({ Properties }) => Properties.ReservedConcurrentExecutions,
    )
    expect(reserved.filter(Boolean).sort()).toEqual([20, 5, 5])
  })
})

test('what is only for a while goes by itself', () => {
  template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
    TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
  })
})

describe('people', () => {
  test('nobody signs up alone, and a password goes through our own route only', () => {
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      UsernameConfiguration: { CaseSensitive: false },
    })
    template.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      GenerateSecret: false,
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
      AccessTokenValidity: 15,
    })
  })
})
