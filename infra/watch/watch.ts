import { CfnBudget } from 'aws-cdk-lib/aws-budgets'
import { Alarm, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'
import type { Handler } from '../handler.ts'
import type { Jobs } from '../messaging.ts'
import type { Storage } from '../storage.ts'
import { showGraphs } from './dashboard.ts'
import { rulesFor } from './rules.ts'

/** What is watched. */
export interface Watched {
  stage: string
  httpApiId: string
  webhook: Handler
  jobs: Record<'bot' | 'outbound', Jobs>
  storage: Storage
}

export interface WatchProps extends Watched {
  /** Who hears of an alarm, and of a bill that grows. Without it alarms are only shown. */
  email?: string
  /** From what forecast on the bill of the whole account is told, in US dollars a month. */
  budgetUsd: number
}

/** Says when somebody has to look: alarms on what matters, within the ten that are free, and one page of graphs. */
export class Watch extends Construct {
  constructor(scope: Construct, id: string, props: WatchProps) {
    super(scope, id)
    const { stage, email, budgetUsd } = props
    const alarms = Object.entries(rulesFor(props)).map(
      ([name, { metric, from, times = 1, silence, says }]) =>
        new Alarm(this, name, {
          metric,
          threshold: from,
          evaluationPeriods: times,
          alarmDescription: says,
          treatMissingData: silence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
        }),
    )
    if (email) {
      const action = new SnsAction(this.mailing(email))
      for (const alarm of alarms) {
        alarm.addAlarmAction(action)
        alarm.addOkAction(action)
      }
      this.forecast(stage, budgetUsd, email)
    }
    showGraphs(this, props, alarms)
  }

  private mailing(email: string): Topic {
    const topic = new Topic(this, 'topic', { displayName: 'Balas', enforceSSL: true })
    topic.addSubscription(new EmailSubscription(email))
    topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com'))
    return topic
  }

  /** AWS tells bills apart only by tags that somebody has activated by hand, so this is the whole account's. */
  private forecast(stage: string, budgetUsd: number, email: string) {
    new CfnBudget(this, 'bill', {
      budget: {
        budgetName: `balas-${stage}`,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: budgetUsd, unit: 'USD' },
      },
      notificationsWithSubscribers: [
        {
          notification: {
            notificationType: 'FORECASTED',
            comparisonOperator: 'GREATER_THAN',
            threshold: 100,
          },
          subscribers: [{ subscriptionType: 'EMAIL', address: email }],
        },
      ],
    })
  }
}
