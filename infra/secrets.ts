import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { ArnFormat, Stack } from 'aws-cdk-lib/core'
import { Construct } from 'constructs'
import type { Linkable } from './handler.ts'
import { parameterNames } from './names.ts'

/**
 * SecureStrings that the tools write and no template ever holds. Their key is the account's `aws/ssm`,
 * whose own policy lets whoever may read the parameter decrypt it.
 */
export class Secrets extends Construct {
  readonly whapiToken: Linkable
  readonly webhookSecret: Linkable
  readonly openaiKey: Linkable

  constructor(scope: Construct, id: string, stage: string) {
    super(scope, id)
    const names = parameterNames(stage)
    this.whapiToken = this.parameter('WHAPI_TOKEN_PARAMETER', names.whapiToken)
    this.webhookSecret = this.parameter('WEBHOOK_SECRET_PARAMETER', names.webhookSecret)
    this.openaiKey = this.parameter('OPENAI_KEY_PARAMETER', names.openaiKey)
  }

  private parameter(variable: string, name: string): Linkable {
    const arn = Stack.of(this).formatArn({
      service: 'ssm',
      resource: 'parameter',
      resourceName: name.slice(1),
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    })
    return {
      linkTo: (handler) => {
        handler.addEnvironment(variable, name)
        handler.addToRolePolicy(
          new PolicyStatement({ actions: ['ssm:GetParameters'], resources: [arn] }),
        )
      },
    }
  }
}
