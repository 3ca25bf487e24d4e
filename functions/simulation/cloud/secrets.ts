import { GetParametersCommand, SSMClient } from '@aws-sdk/client-ssm'

/** Secrets are read at once and without fail: a function keeps them, so seeds would not be alike. */
export function standInForSecrets(values: Record<string, string>) {
  SSMClient.prototype.send = async function send(command: unknown) {
    if (!(command instanceof GetParametersCommand))
      throw new Error('The simulation does not know this command of SSM')
    const [name = ''] = command.input.Names ?? []
    const Value = values[name]
    return { Parameters: Value ? [{ Name: name, Value }] : [] }
  } as never
}
