import { parkJob } from './domain/health/given-up.ts'
import { log } from './lib/log.ts'
import { OutboundJob } from './lib/queues.ts'
import { worker } from './lib/worker.ts'
import { amendAtProvider } from './outbound/amend.ts'
import { resolve, showRead, showTyping } from './outbound/aside.ts'
import { checkAsked, checkFirst } from './outbound/check.ts'
import { sendInOrder } from './outbound/send.ts'

/** Whatever we tell the provider to do, one job after the other within a chat. */
export const handler = worker(
  OutboundJob,
  async (job, lastTry) => {
    switch (job.do) {
      case 'amend':
        return amendAtProvider(job, lastTry)
      case 'read':
        return showRead(job)
      case 'typing':
        return showTyping(job)
      case 'resolve':
        return resolve(job)
      case 'check':
        return job.asked ? checkAsked() : checkFirst()
      case 'send':
      case undefined:
        return sendInOrder(job, lastTry)
      default:
        return log('unknown job', { job: (job satisfies never as { do: string }).do })
    }
  },
  parkJob('outbound'),
)
