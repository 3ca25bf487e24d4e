import type { CfnStage } from 'aws-cdk-lib/aws-apigatewayv2'

/** Calls a second, and how many may come at once. */
export interface Throttle {
  rate: number
  burst: number
}

/** Limits a stage: `everywhere`, and tighter or wider on the routes named. */
export function throttle(stage: CfnStage, everywhere: Throttle, routes: Record<string, Throttle>) {
  stage.defaultRouteSettings = {
    throttlingRateLimit: everywhere.rate,
    throttlingBurstLimit: everywhere.burst,
  }
  // CloudFormation takes this map as it is, so its keys are CloudFormation's.
  stage.routeSettings = Object.fromEntries(
    Object.entries(routes).map(([route, { rate, burst }]) => [
      route,
      { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst },
    ]),
  )
}
