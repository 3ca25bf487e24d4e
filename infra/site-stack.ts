import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'
import { CfnOutput, Duration, Fn, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import type { Balas } from './balas-stack.ts'
import { forever } from './cache-control.ts'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { prefixes, siteHostHeader } from './names.ts'
import { httpsOnlyForS, permissionsPolicy } from './security-headers.ts'

export interface SiteProps extends StackProps {
  balas: Balas
  /** An own domain; its certificate lives in us-east-1. */
  domain?: { name: string; certificateArn: string }
  /** False on an engine on this machine, which reads its buckets without TLS. */
  enforceSSL?: boolean
}

/** A path without a file ending is a place in the web app. Error pages would do the same to the API's 404s. */
const toTheApp = `function handler(event) {
  var request = event.request
  if (request.uri.split('/').pop().indexOf('.') < 0) request.uri = '/index.html'
  return request
}`

/** Other origins are told their own host in place of the one that was called; the socket wants to know that one. */
export const tellSiteHost = `function handler(event) {
  var request = event.request
  request.headers['${siteHostHeader}'] = { value: request.headers.host.value }
  return request
}`

/** One domain for all: the site, and behind it the API, the webhook and the socket. */
export class BalasSite extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { balas, domain, enforceSSL = true, ...props }: SiteProps,
  ) {
    super(scope, id, { description: 'Balas: the site', ...props })
    const bucket = new Bucket(this, 'files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const securityHeadersBehavior = {
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: {
        referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
        override: true,
      },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.seconds(httpsOnlyForS),
        includeSubdomains: true,
        override: true,
      },
    }
    const headers = (id: string, others: Record<string, string> = {}) =>
      new ResponseHeadersPolicy(this, id, {
        securityHeadersBehavior,
        customHeadersBehavior: {
          customHeaders: Object.entries({ 'permissions-policy': permissionsPolicy, ...others }).map(
            ([header, value]) => ({ header, value, override: true }),
          ),
        },
      })
    const responseHeadersPolicy = headers('headers')
    const assetHeaders = headers('asset-headers', { 'cache-control': forever })
    const behind = (endpoint: string) => ({
      origin: new HttpOrigin(Fn.select(2, Fn.split('/', endpoint))),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      responseHeadersPolicy,
    })
    const atFirst = (name: string, code: string) => ({
      eventType: FunctionEventType.VIEWER_REQUEST,
      function: new EdgeFunction(this, name, {
        code: FunctionCode.fromInline(code),
        runtime: FunctionRuntime.JS_2_0,
      }),
    })
    const files = {
      // Beside it lies what was deployed before, which is nobody's business.
      origin: S3BucketOrigin.withOriginAccessControl(bucket, { originPath: `/${prefixes.site}` }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      compress: true,
      responseHeadersPolicy,
    }
    const { apiEndpoint } = balas.api.http
    const distribution = new Distribution(this, 'distribution', {
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_200,
      domainNames: domain && [domain.name],
      certificate:
        domain && Certificate.fromCertificateArn(this, 'certificate', domain.certificateArn),
      // The page and the service worker say which files belong together: an old one with a new one would not fit.
      defaultBehavior: {
        ...files,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        functionAssociations: [atFirst('to-the-app', toTheApp)],
      },
      additionalBehaviors: {
        // Their names change with what is in them.
        '/assets/*': {
          ...files,
          cachePolicy: CachePolicy.CACHING_OPTIMIZED,
          responseHeadersPolicy: assetHeaders,
        },
        '/api/*': behind(apiEndpoint),
        '/webhook/*': behind(apiEndpoint),
        '/ws': {
          ...behind(balas.realtime.sockets.apiEndpoint),
          functionAssociations: [atFirst('tell-site-host', tellSiteHost)],
        },
      },
    })
    new CfnOutput(this, 'SiteUrl', {
      value: `https://${domain?.name ?? distribution.distributionDomainName}`,
    })
    new CfnOutput(this, 'DistributionDomain', { value: distribution.distributionDomainName })
    new CfnOutput(this, 'SiteBucket', { value: bucket.bucketName })
    new CfnOutput(this, 'DistributionId', { value: distribution.distributionId })
  }
}
