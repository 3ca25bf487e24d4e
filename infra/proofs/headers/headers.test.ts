import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Template } from 'aws-cdk-lib/assertions'
import { build, preview } from 'vite'
import { expect, test } from 'vitest'
import * as eg from '../../example.ts'
import { asCloudFront } from '../../local/as-cloud-front.ts'
import { securityHeaders } from '../../security-headers.ts'
import { builtInto } from '../../tools/cloud/site-build.ts'
import { grade } from './grade.ts'

interface Policy {
  SecurityHeadersConfig: {
    ContentSecurityPolicy?: { ContentSecurityPolicy: string; Override: boolean }
    ContentTypeOptions?: { Override: boolean }
    FrameOptions?: { FrameOption: string }
    ReferrerPolicy?: { ReferrerPolicy: string }
    StrictTransportSecurity?: { AccessControlMaxAgeSec: number; IncludeSubdomains: boolean }
  }
  CustomHeadersConfig?: { Items: { Header: string; Value: string }[] }
}

/** What CloudFront makes of a policy. */
function headersOf({ SecurityHeadersConfig: security, CustomHeadersConfig }: Policy) {
  const { StrictTransportSecurity: hsts } = security
  const own = CustomHeadersConfig?.Items.map(({ Header, Value }) => [Header.toLowerCase(), Value])
  return {
    'content-security-policy': security.ContentSecurityPolicy?.ContentSecurityPolicy,
    'x-content-type-options': security.ContentTypeOptions && 'nosniff',
    'x-frame-options': security.FrameOptions?.FrameOption,
    'referrer-policy': security.ReferrerPolicy?.ReferrerPolicy,
    'strict-transport-security':
      hsts &&
      `max-age=${hsts.AccessControlMaxAgeSec}${hsts.IncludeSubdomains ? '; includeSubDomains' : ''}`,
    ...Object.fromEntries(own ?? []),
  }
}

test('every answer of the site, of the API, of the webhook and of the socket has headers without a flaw', () => {
  const template = Template.fromStack(eg.app().site)
  const policies = template.findResources('AWS::CloudFront::ResponseHeadersPolicy')
  const [distribution] = Object.values(template.findResources('AWS::CloudFront::Distribution'))
  const config = distribution?.Properties.DistributionConfig
  const behaviors = [config?.DefaultCacheBehavior, ...(config?.CacheBehaviors ?? [])]
  expect(behaviors).toHaveLength(5)
  for (const { ResponseHeadersPolicyId: id } of behaviors) {
    const headers = headersOf(policies[id?.Ref]?.Properties.ResponseHeadersPolicyConfig)
    expect(grade(headers)).toEqual([])
    expect(headers).toMatchObject(securityHeaders())
  }
})

test('what stands in the place of CloudFront on one machine answers with the same', async () => {
  const root = await mkdtemp(join(tmpdir(), 'door-'))
  await writeFile(join(root, 'index.html'), '<p>Halo</p>')
  const door = await preview({
    root,
    configFile: false,
    logLevel: 'silent',
    build: { outDir: root },
    plugins: [asCloudFront],
    preview: { host: '127.0.0.1', port: 0 },
  })
  const { port } = door.httpServer.address() as AddressInfo
  for (const path of ['/', '/chats', '/assets/nothing.js']) {
    const { headers } = await fetch(`http://127.0.0.1:${port}${path}`)
    expect(grade(Object.fromEntries(headers))).toEqual([])
  }
  await door.close()
})

test.each([
  ['content-security-policy', undefined],
  ['content-security-policy', "default-src 'self'"],
  ['content-security-policy', `${securityHeaders()['content-security-policy']} *`],
  ['permissions-policy', 'camera=()'],
  ['referrer-policy', 'unsafe-url'],
  ['strict-transport-security', 'max-age=300; includeSubDomains'],
  ['strict-transport-security', undefined],
  ['x-content-type-options', undefined],
  ['x-frame-options', 'SAMEORIGIN'],
])('a flaw in %s is found (%s)', (name, value) => {
  expect(grade({ ...securityHeaders(), [name]: value })).not.toEqual([])
})

test('of all scripts in the page that is built, just the one that runs is let run', async () => {
  const root = await mkdtemp(join(tmpdir(), 'site-'))
  await build({ ...builtInto(root), logLevel: 'silent' })
  const page = await readFile(join(root, 'index.html'), 'utf8')
  const written = [...page.matchAll(/<script>(.*?)<\/script>/gs)].map(([, code = '']) => code)
  const hashes = written.map((code) => createHash('sha256').update(code).digest('base64'))
  const policy = securityHeaders()['content-security-policy'] ?? ''
  expect(hashes).toHaveLength(1)
  expect([...policy.matchAll(/'sha256-([^']+)'/g)].map(([, hash]) => hash)).toEqual(hashes)
  await rm(root, { recursive: true })
})

test('a script written into the page, or of another site, is a flaw', () => {
  for (const source of ["'unsafe-inline'", "'unsafe-eval'", 'https:', '*']) {
    const policy = securityHeaders()['content-security-policy'] ?? ''
    const open = policy.replace("script-src 'self'", `script-src 'self' ${source}`)
    expect(grade(securityHeaders(open))).toEqual(['csp: scripts of anybody'])
  }
})
