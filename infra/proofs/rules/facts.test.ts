import { Template } from 'aws-cdk-lib/assertions'
import { beforeAll, expect, test } from 'vitest'
import { handlerIds } from '../../bundle.ts'
import * as eg from '../../example.ts'
import type { Resource, Resources } from '../template.ts'

let resources: Resources

beforeAll(() => {
  const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/it'
  const { balas, site } = eg.app({}, { name: 'inbox.example', certificateArn })
  resources = {
    ...Template.fromStack(balas).toJSON().Resources,
    ...Template.fromStack(site).toJSON().Resources,
  }
})

const all = (type: string) => Object.values(resources).filter(({ Type }) => Type === type)
const each = <Properties>(type: string) =>
  all(type).map((it: Resource) => it.Properties as Properties)

test('nothing costs by the hour: no network, key, secret, firewall, machine, or anything provisioned', () => {
  const types = new Set(Object.values(resources).map(({ Type }) => Type))
  const dear =
    /EC2|KMS|SecretsManager|WAF|RDS|ElastiCache|OpenSearch|Kinesis|ECS|Route53|DAX|Synthetics/
  expect([...types].filter((type) => dear.test(type))).toEqual([])
  expect(JSON.stringify(resources)).not.toMatch(/Provisioned(Throughput|Concurren)|"PROVISIONED"/)
})

test('all logs are kept for a month and no longer', () => {
  const groups = each<{ RetentionInDays: number }>('AWS::Logs::LogGroup')
  expect(groups.map(({ RetentionInDays }) => RetentionInDays)).toEqual(handlerIds.map(() => 30))
  for (const { LoggingConfig } of each<{ LoggingConfig: { LogGroup: { Ref: string } } }>(
    'AWS::Lambda::Function',
  ))
    expect(resources[LoggingConfig.LogGroup.Ref]?.Type).toBe('AWS::Logs::LogGroup')
})

interface Distribution {
  DistributionConfig: {
    ViewerCertificate: { MinimumProtocolVersion: string }
    DefaultCacheBehavior: { ViewerProtocolPolicy: string }
    CacheBehaviors: { ViewerProtocolPolicy: string }[]
    Origins: {
      CustomOriginConfig?: { OriginProtocolPolicy: string; OriginSSLProtocols: string[] }
    }[]
  }
}

test('what travels is encrypted, with TLS 1.2 or newer', () => {
  const [{ DistributionConfig } = {} as Distribution] = each<Distribution>(
    'AWS::CloudFront::Distribution',
  )
  const { ViewerCertificate, DefaultCacheBehavior, CacheBehaviors, Origins } = DistributionConfig
  expect(ViewerCertificate.MinimumProtocolVersion).toBe('TLSv1.2_2021')
  for (const { ViewerProtocolPolicy } of [DefaultCacheBehavior, ...CacheBehaviors])
    expect(ViewerProtocolPolicy).toMatch(/^(https-only|redirect-to-https)$/)
  const behind = Origins.flatMap(({ CustomOriginConfig }) => CustomOriginConfig ?? [])
  expect(behind.length).toBeGreaterThan(0)
  for (const origin of behind)
    expect(origin).toMatchObject({
      OriginProtocolPolicy: 'https-only',
      OriginSSLProtocols: ['TLSv1.2'],
    })
  const policies = [...all('AWS::SQS::QueuePolicy'), ...all('AWS::S3::BucketPolicy')]
  expect(policies).toHaveLength(all('AWS::SQS::Queue').length + all('AWS::S3::Bucket').length)
  for (const policy of policies)
    expect(JSON.stringify(policy)).toMatch(
      /"Condition":\{"Bool":\{"aws:SecureTransport":"false"\}\},"Effect":"Deny","Principal":\{"AWS":"\*"\}/,
    )
})

test('what lies still is encrypted, by keys that cost nothing', () => {
  for (const queue of each<object>('AWS::SQS::Queue'))
    expect(queue).toMatchObject({ SqsManagedSseEnabled: true })
  for (const bucket of each<object>('AWS::S3::Bucket'))
    expect(JSON.stringify(bucket)).toContain('"SSEAlgorithm":"AES256"')
  // DynamoDB encrypts always; by a key of its own unless told otherwise.
  for (const table of each<object>('AWS::DynamoDB::GlobalTable'))
    expect(table).not.toHaveProperty('SSESpecification')
})

test('nothing of a bucket is public', () => {
  for (const bucket of each<object>('AWS::S3::Bucket'))
    expect(bucket).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    })
})

test('what people wrote and who they are survives a mistake: restorable for 35 days, protected, and kept without its stack', () => {
  const [table] = all('AWS::DynamoDB::GlobalTable')
  const [pool] = all('AWS::Cognito::UserPool')
  expect(table).toMatchObject({
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    Properties: {
      Replicas: [
        {
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        },
      ],
    },
  })
  expect(pool).toMatchObject({
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    Properties: { DeletionProtection: 'ACTIVE' },
  })
})
