import { CfnStage, HttpApi, type HttpMethod, HttpStage } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { Construct } from 'constructs'
import { sessionContract } from '../shared/contract/session.ts'
import { teamContract } from '../shared/contract/team.ts'
import { inboxContract, webhookAddresses } from '../shared/contract.ts'
import type { Contract, Route } from '../shared/route.ts'
import type { Auth } from './auth.ts'
import type { Handler } from './handler.ts'
import { type Throttle, throttle } from './throttle.ts'

export interface ApiProps {
  auth: Auth
  handlers: Record<'session' | 'team' | 'api' | 'webhook', Handler>
  limits: { api: Throttle; session: Throttle; webhook: Throttle }
}

/** The contract on the air: each route with its function, and a token wanted wherever it is not public. */
export class Api extends Construct {
  readonly http: HttpApi

  constructor(scope: Construct, id: string, { auth, handlers, limits }: ApiProps) {
    super(scope, id)
    this.http = new HttpApi(this, 'http', { createDefaultStage: false })
    const authorizer = new HttpJwtAuthorizer('token', auth.issuer, {
      jwtAudience: [auth.client.userPoolClientId],
    })
    const serve = (handler: Handler, routes: { address: string; who: Route['who'] }[]) => {
      const integration = new HttpLambdaIntegration(handler.node.id, handler, {
        scopePermissionToRoute: false,
      })
      return routes.flatMap(({ address, who }) => {
        const [method, path] = address.split(' ') as [HttpMethod, string]
        return this.http.addRoutes({
          path,
          methods: [method],
          integration,
          authorizer: who === 'public' ? undefined : authorizer,
        })
      })
    }
    const routesOf = (contract: Contract) => Object.values(contract)
    const sessions = serve(handlers.session, routesOf(sessionContract))
    serve(handlers.team, routesOf(teamContract))
    serve(handlers.api, routesOf(inboxContract))
    const webhooks = serve(
      handlers.webhook,
      webhookAddresses.map((address) => ({ address, who: 'public' })),
    )
    const stage = new HttpStage(this, 'stage', { httpApi: this.http, autoDeploy: true })
    const { defaultChild } = stage.node
    if (!(defaultChild instanceof CfnStage)) throw new Error('An HttpStage is made of a CfnStage')
    // Where anybody may knock, it is tighter.
    const open = routesOf(sessionContract).map(({ address }) => address)
    throttle(defaultChild, limits.api, {
      ...Object.fromEntries(open.map((address) => [address, limits.session])),
      ...Object.fromEntries(webhookAddresses.map((address) => [address, limits.webhook])),
    })
    // Settings of a route that does not exist yet are refused.
    stage.node.addDependency(...sessions, ...webhooks)
  }
}
