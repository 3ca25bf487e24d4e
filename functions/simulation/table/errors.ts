import {
  type CancellationReason,
  ConditionalCheckFailedException,
  DynamoDBServiceException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb'

const $metadata = {}

/** What DynamoDB calls a request that it does not understand or may not carry out. */
export class ValidationException extends DynamoDBServiceException {
  /** Found out at the item, not from the request alone: in a transaction it cancels, as a reason. */
  readonly atItem: boolean

  constructor(message: string, atItem = false) {
    super({ name: 'ValidationException', $fault: 'client', message, $metadata })
    Object.setPrototypeOf(this, ValidationException.prototype)
    this.atItem = atItem
  }
}

/** The request can be refused from reading it. */
export const refusal = (message: string) => new ValidationException(message)

/** The request can be refused only at the item it is about. */
export const refusalAtItem = (message: string) => new ValidationException(message, true)

/** Where these come from is no news, and to find it out would take longer than all the rest of a write. */
function withoutStack<Thrown>(make: () => Thrown): Thrown {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return make()
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

export const conditionFailed = () =>
  withoutStack(
    () =>
      new ConditionalCheckFailedException({ message: 'The conditional request failed', $metadata }),
  )

export const canceled = (CancellationReasons: CancellationReason[]) =>
  withoutStack(() => {
    const codes = CancellationReasons.map(({ Code }) => Code).join(', ')
    const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`
    return new TransactionCanceledException({ message, CancellationReasons, $metadata })
  })

/** Not DynamoDB's word but ours: the simulation has no such thing. */
export const unknown = (what: string) => new Error(`The simulated table does not know ${what}`)
