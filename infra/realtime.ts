import {
  CfnIntegration,
  CfnIntegrationResponse,
  CfnStage,
  WebSocketApi,
  type WebSocketRoute,
  WebSocketStage,
} from 'aws-cdk-lib/aws-apigatewayv2'
import {
  WebSocketLambdaIntegration,
  WebSocketMockIntegration,
} from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Stack } from 'aws-cdk-lib/core'
import { Construct } from 'constructs'
import type { Handler, Linkable } from './handler.ts'
import { pong } from './names.ts'
import { type Throttle, throttle } from './throttle.ts'

const stageName = 'ws'

export interface RealtimeProps {
  /** Where pushes go instead of AWS; `{apiId}` in it becomes the API's id. */
  socketsUrl?: string
  /** False where CloudFormation knows no responses of sockets: infra/local/deployment/pong.ts makes up for it. */
  responses?: boolean
}

/** Sockets to the browsers. Pings are answered without a Lambda; what nobody knows is ignored. */
export class Realtime extends Construct implements Linkable {
  readonly sockets: WebSocketApi
  private readonly socketsUrl: string
  private readonly responses: boolean

  constructor(scope: Construct, id: string, { socketsUrl, responses = true }: RealtimeProps) {
    super(scope, id)
    this.responses = responses
    this.sockets = new WebSocketApi(this, 'sockets', {
      routeSelectionExpression: '$request.body.action',
    })
    const { apiId } = this.sockets
    const { region, urlSuffix } = Stack.of(this)
    this.socketsUrl =
      socketsUrl?.replace('{apiId}', apiId) ??
      `https://${apiId}.execute-api.${region}.${urlSuffix}/${stageName}`
  }

  /** Pushes to browsers. */
  linkTo(handler: Handler) {
    handler.addEnvironment('SOCKETS_URL', this.socketsUrl)
    handler.addToRolePolicy(
      new PolicyStatement({
        actions: ['execute-api:ManageConnections'],
        resources: [this.sockets.arnForExecuteApiV2('POST/@connections/*', stageName)],
      }),
    )
  }

  open(socket: Handler, limits: { frames: Throttle; connect: Throttle }) {
    const integration = new WebSocketLambdaIntegration('socket', socket)
    const connect = this.sockets.addRoute('$connect', { integration })
    this.sockets.addRoute('$disconnect', { integration })
    this.sockets.addRoute('typing', { integration })
    this.sockets.addRoute('viewing', { integration })
    this.answerPings()
    this.sockets.addRoute('$default', { integration: mock('ignored') })
    const stage = new WebSocketStage(this, 'stage', {
      webSocketApi: this.sockets,
      stageName,
      autoDeploy: true,
    })
    const { defaultChild } = stage.node
    if (!(defaultChild instanceof CfnStage)) throw new Error('A stage is made of a CfnStage')
    throttle(defaultChild, limits.frames, { $connect: limits.connect })
    stage.node.addDependency(connect)
  }

  private answerPings() {
    const ping = this.sockets.addRoute('ping', {
      integration: mock('pong'),
      returnResponse: this.responses,
    })
    if (!this.responses) return
    new CfnIntegrationResponse(this, 'pong', {
      apiId: this.sockets.apiId,
      integrationId: integrationOf(ping),
      integrationResponseKey: '$default',
      templateSelectionExpression: '200',
      responseTemplates: { 200: pong },
    })
  }
}

const mock = (id: string) =>
  new WebSocketMockIntegration(id, {
    requestTemplates: { 200: '{"statusCode":200}' },
    templateSelectionExpression: '200',
  })

function integrationOf(route: WebSocketRoute): string {
  const integration = route.node.findAll().find((child) => child instanceof CfnIntegration)
  if (!integration) throw new Error(`${route.routeKey} has no integration of its own`)
  return integration.ref
}
