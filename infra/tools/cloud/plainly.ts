import { Refusal } from '../../local/refusal.ts'

const signIn =
  'Sign in first: `aws configure` with an access key, or `aws sso login`; AWS_PROFILE names another account.'

/** What AWS means by its errors, and what to do. The names are those of its SDK. */
const meanings: [names: RegExp, words: string][] = [
  [
    /^CredentialsProviderError$|Could not load credentials/,
    `There are no AWS credentials here. ${signIn}`,
  ],
  [
    /ExpiredToken|SSOTokenProviderFailure|TokenRefreshRequired/,
    `Your AWS session is over. ${signIn}`,
  ],
  [
    /InvalidClientTokenId|UnrecognizedClient|InvalidAccessKeyId|AuthFailure/,
    `AWS does not know these credentials. ${signIn}`,
  ],
  [
    /RequestTimeTooSkewed|RequestExpired|SignatureDoesNotMatch|InvalidSignature/,
    'AWS refuses the signature. If the clock of this machine is wrong, set it; else the secret key is.',
  ],
  [
    /Region is missing|^ConfigError$/,
    'No AWS region is set. Choose one near your customers: AWS_REGION=ap-southeast-1 (Singapore), ap-southeast-3 (Jakarta), …',
  ],
  [
    /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|UnknownEndpoint/,
    'AWS cannot be reached from here. Look at the network, and at the name of the region.',
  ],
  [
    /AccessDenied|UnauthorizedOperation|NotAuthorized(?!Exception)/,
    'These credentials may not do that. Use ones that may administer the account.',
  ],
]

/** An error of AWS in words that say what to do; any other as it is. */
export function plainly(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Refusal) return error
  const { code = '' } = error as { code?: string }
  const told = [error.name, code, error.message]
  const [, words] = meanings.find(([names]) => told.some((it) => names.test(it))) ?? []
  return words ? new Refusal(`${words}\n  (${error.name}: ${error.message.split('\n')[0]})`) : error
}
