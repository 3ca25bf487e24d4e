import { runInNewContext } from 'node:vm'
import { Match, Template } from 'aws-cdk-lib/assertions'
import { beforeAll, expect, test } from 'vitest'
import * as eg from './example.ts'
import { tellSiteHost } from './site-stack.ts'

let template: Template

beforeAll(() => {
  template = Template.fromStack(eg.app().site)
})

interface Behavior {
  PathPattern: string
  CachePolicyId: string
}
const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'
const config = () => {
  const [distribution] = Object.values(template.findResources('AWS::CloudFront::Distribution'))
  return distribution?.Properties.DistributionConfig
}
const all = () => config().CacheBehaviors as Behavior[]
const behaviors = () => all().filter(({ PathPattern }) => PathPattern !== '/assets/*')

test('the API, the webhook and the socket are on the same domain as the site', () => {
  expect(behaviors().map(({ PathPattern }) => PathPattern)).toEqual(['/api/*', '/webhook/*', '/ws'])
})

test('nothing that they answer is cached', () => {
  for (const { CachePolicyId } of behaviors()) expect(CachePolicyId).toBe(cachingDisabled)
})

test('a file is cached only if its name changes with what is in it', () => {
  expect(config().DefaultCacheBehavior.CachePolicyId).toBe(cachingDisabled)
  const cached = all().filter(({ CachePolicyId }) => CachePolicyId !== cachingDisabled)
  expect(cached.map(({ PathPattern }) => PathPattern)).toEqual(['/assets/*'])
})

test('a browser that has such a file never asks for it again; for the page it always does', () => {
  const policies = template.findResources('AWS::CloudFront::ResponseHeadersPolicy')
  const forever = Object.entries(policies).filter(([, policy]) =>
    JSON.stringify(policy).includes('immutable'),
  )
  expect(forever).toHaveLength(1)
  const behaviors = all().concat(config().DefaultCacheBehavior)
  const kept = behaviors.filter((it) => JSON.stringify(it).includes(forever[0]?.[0] ?? '?'))
  expect(kept.map(({ PathPattern }) => PathPattern)).toEqual(['/assets/*'])
})

test('the files are read through CloudFront and by nobody else', () => {
  template.hasResourceProperties('AWS::S3::Bucket', {
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
  })
  template.resourceCountIs('AWS::CloudFront::OriginAccessControl', 1)
})

test('an unknown place is the web app, an unknown API route stays a 404', () => {
  template.hasResourceProperties('AWS::CloudFront::Function', {
    FunctionCode: Match.stringLikeRegexp("request.uri = '/index.html'"),
  })
  template.hasResourceProperties('AWS::CloudFront::Distribution', {
    DistributionConfig: Match.objectLike({ CustomErrorResponses: Match.absent() }),
  })
})

test('a page runs our files and the one script that stands in it, and in no frame', () => {
  template.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
    ResponseHeadersPolicyConfig: {
      SecurityHeadersConfig: {
        ContentSecurityPolicy: {
          ContentSecurityPolicy: Match.stringLikeRegexp(
            "script-src 'self' 'sha256-[\\w+/]{43}=';.*frame-ancestors 'none'",
          ),
        },
        StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, IncludeSubdomains: true },
        ContentTypeOptions: { Override: true },
      },
    },
  })
})

test('the socket is told the host that the browser called, whatever the browser says of it', () => {
  const { handler } = runInNewContext(`${tellSiteHost}; ({ handler })`)
  const headers = {
    host: { value: 'chat.example.com' },
    'x-site-host': { value: 'evil.example.com' },
  }
  expect(handler({ request: { headers } }).headers).toEqual({
    host: { value: 'chat.example.com' },
    'x-site-host': { value: 'chat.example.com' },
  })
  const socket = config().CacheBehaviors.find((it: Behavior) => it.PathPattern === '/ws')
  expect(socket.FunctionAssociations).toMatchObject([{ EventType: 'viewer-request' }])
})

test('what was deployed before lies beside the site, where nobody can call it', () => {
  const origins = config().Origins as { OriginPath?: string; S3OriginConfig?: object }[]
  expect(origins.find((it) => it.S3OriginConfig)?.OriginPath).toBe('/site')
})

test('the site needs no function of its own', () => {
  template.resourceCountIs('AWS::Lambda::Function', 0)
})
