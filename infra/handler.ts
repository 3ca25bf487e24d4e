import { join } from 'node:path'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  Architecture,
  Code,
  type FunctionProps,
  Function as Lambda,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import type { HandlerId } from './bundle.ts'

/** Something a handler may use. Permission and address are given in one act, so neither is ever forgotten. */
export interface Linkable {
  linkTo(handler: Handler): void
}

export interface HandlerProps extends Partial<Omit<FunctionProps, 'handler' | 'role'>> {
  links?: Linkable[]
}

/** Where the bundles lie (infra/bundle.ts); the context `code` says otherwise. */
const folderOf = (scope: Construct, id: HandlerId) =>
  join((scope.node.tryGetContext('code') as string | undefined) ?? 'dist/functions', id)

/** `new Handler(this, 'outbound')` runs functions/outbound.ts. It may write its own log, and use its links. */
export class Handler extends Lambda {
  constructor(scope: Construct, id: HandlerId, { links = [], ...props }: HandlerProps = {}) {
    const logGroup = new LogGroup(scope, `${id}-logs`, {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const role = new Role(scope, `${id}-role`, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    })
    logGroup.grantWrite(role)
    super(scope, id, {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(folderOf(scope, id)),
      // 128 MB makes the first call through the SDK seven times slower; people wait for these four.
      memorySize: ['webhook', 'api', 'session', 'socket'].includes(id) ? 1024 : 256,
      timeout: Duration.seconds(10),
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      // START, END and REPORT lines cost more than the function itself.
      systemLogLevelV2: SystemLogLevel.WARN,
      ...props,
    })
    for (const link of links) link.linkTo(this)
  }
}
