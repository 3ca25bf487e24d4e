import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'
import { Api } from './api.ts'
import { Auth } from './auth.ts'
import type { HandlerId } from './bundle.ts'
import { Handler, type HandlerProps } from './handler.ts'
import type { Limits } from './limits.ts'
import { Jobs } from './messaging.ts'
import { partitions } from './privileges.ts'
import { Realtime, type RealtimeProps } from './realtime.ts'
import { Secrets } from './secrets.ts'
import { Storage, type TableAction } from './storage.ts'
import { Watch, type WatchProps } from './watch/watch.ts'

export interface BalasProps extends StackProps {
  stage: string
  keepData: boolean
  /** Plain settings, for every function to read. */
  settings: Record<string, string>
  sockets?: RealtimeProps
  alarms: Pick<WatchProps, 'email' | 'budgetUsd'>
  limits: Limits
}

/** Whoever tells browsers looks up who listens, and forgets who is gone. */
const announce: TableAction[] = ['GetItem', 'Query', 'DeleteItem']

/** Everything behind the site: who is told what, stored where, and answered by whom. */
export class Balas extends Stack {
  readonly api: Api
  readonly realtime: Realtime

  constructor(scope: Construct, id: string, props: BalasProps) {
    const { stage, keepData, settings, sockets = {}, alarms, limits, ...stackProps } = props
    super(scope, id, { description: 'Balas: a WhatsApp team inbox', ...stackProps })

    const storage = new Storage(this, 'storage', {
      keepData,
      unitsPerSecond: limits.tableUnitsPerSecond,
    })
    const auth = new Auth(this, 'auth', { keepData })
    const secrets = new Secrets(this, 'secrets', stage)
    // The delay is how long the bot waits for the rest of a burst before it answers.
    const botJobs = new Jobs(this, 'bot-jobs', {
      name: 'BOT',
      delay: Duration.seconds(4),
      visibility: Duration.seconds(90),
    })
    const outboundJobs = new Jobs(this, 'outbound-jobs', {
      name: 'OUTBOUND',
      visibility: Duration.seconds(72),
    })
    this.realtime = new Realtime(this, 'realtime', sockets)

    const handler = (id: HandlerId, handlerProps: HandlerProps) =>
      new Handler(this, id, {
        environment: { STAGE: stage, ...settings },
        reservedConcurrentExecutions: limits.concurrency[id],
        ...handlerProps,
      })
    const webhook = handler('webhook', {
      // As long as API Gateway waits: what is stored late is better than what is delivered again.
      timeout: Duration.seconds(28),
      links: [
        storage.for(...announce, 'BatchGetItem', 'PutItem', 'UpdateItem'),
        storage.by('outbox'),
        botJobs.send,
        outboundJobs.send,
        secrets.webhookSecret,
        this.realtime,
      ],
    })
    const api = handler('api', {
      environment: { STAGE: stage, ...settings, RECOVERY_DAYS: String(storage.recoveryDays) },
      links: [
        storage.for(...announce, 'BatchGetItem', 'PutItem', 'UpdateItem'),
        storage.by('inbox', 'waiting', 'outbox'),
        botJobs.send,
        outboundJobs.send,
        botJobs.depth,
        outboundJobs.depth,
        botJobs.revive,
        outboundJobs.revive,
        this.realtime,
      ],
    })
    const session = handler('session', {
      links: [
        storage.within(partitions.session, 'GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'),
        auth.signIn,
      ],
    })
    const team = handler('team', {
      links: [
        storage.within(partitions.team, ...announce, 'PutItem'),
        auth.administer,
        this.realtime,
      ],
    })
    const socket = handler('socket', {
      links: [
        storage.within(partitions.socket, ...announce, 'PutItem', 'UpdateItem'),
        outboundJobs.send,
        auth.names,
        this.realtime,
      ],
    })
    const bot = handler('bot', {
      timeout: Duration.seconds(60),
      links: [
        storage.for(...announce, 'BatchGetItem', 'PutItem', 'UpdateItem'),
        storage.by('inbox'),
        outboundJobs.send,
        secrets.openaiKey,
        this.realtime,
      ],
    })
    const outbound = handler('outbound', {
      timeout: Duration.seconds(30),
      links: [
        storage.for(...announce, 'PutItem', 'UpdateItem'),
        storage.by('outbox'),
        // What waited for the channel goes on its way when a check finds it back.
        outboundJobs.send,
        secrets.whapiToken,
        this.realtime,
      ],
    })
    const tick = handler('tick', {
      timeout: Duration.seconds(60),
      links: [
        storage.for(...announce, 'BatchGetItem', 'PutItem', 'UpdateItem'),
        storage.by('inbox', 'outbox'),
        botJobs.send,
        outboundJobs.send,
        secrets.whapiToken,
        this.realtime,
      ],
    })

    this.api = new Api(this, 'api-routes', {
      auth,
      handlers: { session, team, api, webhook },
      limits,
    })
    this.realtime.open(socket, limits)
    botJobs.deliverTo(bot)
    outboundJobs.deliverTo(outbound)
    new Rule(this, 'clock', {
      schedule: Schedule.rate(Duration.minutes(5)),
      // The next tick does what a failed one left.
      targets: [new LambdaFunction(tick, { retryAttempts: 0 })],
    })

    new Watch(this, 'watch', {
      ...alarms,
      stage,
      httpApiId: this.api.http.apiId,
      webhook,
      jobs: { bot: botJobs, outbound: outboundJobs },
      storage,
    })

    const outputs = {
      TableName: storage.table.tableName,
      HttpApiId: this.api.http.apiId,
      HttpApiUrl: this.api.http.apiEndpoint,
      SocketApiId: this.realtime.sockets.apiId,
      SocketUrl: `${this.realtime.sockets.apiEndpoint}/ws`,
      UserPoolId: auth.pool.userPoolId,
      UserPoolClientId: auth.client.userPoolClientId,
      BotQueueUrl: botJobs.queue.queueUrl,
      BotDlqUrl: botJobs.failed.queueUrl,
      OutboundQueueUrl: outboundJobs.queue.queueUrl,
      OutboundDlqUrl: outboundJobs.failed.queueUrl,
    }
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value })
    for (const { node, functionName } of [webhook, api, session, team, socket, bot, outbound, tick])
      new CfnOutput(this, `${node.id[0]?.toUpperCase()}${node.id.slice(1)}Function`, {
        value: functionName,
      })
  }
}
