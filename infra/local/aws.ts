/** Any keys will do: the engine looks at none. */
const keys = { accessKeyId: 'local', secretAccessKey: 'local' }
export const region = 'us-east-1'

export const clientOf = (engine: string) => ({ endpoint: engine, region, credentials: keys })

/** What AWS tools and tests need to find the engine, and nothing of the machine's own AWS profile. */
export const awsVariables = (engine: string) => ({
  AWS_ENDPOINT_URL: engine,
  AWS_ENDPOINT_URL_S3: engine,
  AWS_ACCESS_KEY_ID: keys.accessKeyId,
  AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
  AWS_SESSION_TOKEN: '',
  AWS_PROFILE: '',
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  CDK_DISABLE_CLI_TELEMETRY: '1',
})
