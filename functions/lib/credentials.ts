/**
 * What the bundles carry instead of the SDK's chain of credential providers (infra/bundle.ts): on Lambda
 * the keys come from the environment and from nowhere else.
 */
export const defaultProvider = () => async () => ({
  accessKeyId: process.env.AWS_ACCESS_KEY_ID ?? '',
  secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY ?? '',
  sessionToken: process.env.AWS_SESSION_TOKEN,
})
