/** The directives of a policy, by their names. */
const directivesOf = (policy: string) =>
  new Map(
    policy
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .map(([name = '', ...sources]) => [name, sources] as const),
  )

const yearS = 31_536_000

const careful = ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin']

/** What may not be asked of a browser by anything in a page of ours. */
const dangerous = ['camera', 'microphone', 'geolocation', 'payment', 'usb']

function gradePolicy(policy: string): string[] {
  const directives = directivesOf(policy)
  const sourcesOf = (name: string) => directives.get(name) ?? directives.get('default-src') ?? ['*']
  const scripts = sourcesOf('script-src')
  const isOnly = (name: string, ...wanted: string[]) =>
    JSON.stringify(directives.get(name)) === JSON.stringify(wanted)
  const open = ['*', 'http:', 'https:', 'data:', 'blob:', "'unsafe-inline'", "'unsafe-eval'"]
  return [
    !isOnly('default-src', "'self'") && !isOnly('default-src', "'none'") && 'csp: default-src',
    scripts.some((source) => open.includes(source)) && 'csp: scripts of anybody',
    sourcesOf('style-src').some((source) => source !== "'self'" && source !== "'unsafe-inline'") &&
      'csp: styles of anybody',
    sourcesOf('connect-src').some((source) => ['*', 'http:', 'https:'].includes(source)) &&
      'csp: may be sent to anybody',
    !isOnly('object-src', "'none'") && 'csp: plugins',
    !isOnly('base-uri', "'none'") && 'csp: base-uri',
    !isOnly('form-action', "'self'") && 'csp: form-action',
    !isOnly('frame-ancestors', "'none'") && 'csp: frames',
  ].filter((it) => it !== false)
}

/** What is wrong with the headers of an answer of the site; nothing, if all is well. */
export function grade(headers: Record<string, string | undefined>): string[] {
  const hsts = headers['strict-transport-security'] ?? ''
  const [, age = '0'] = hsts.match(/max-age=(\d+)/) ?? []
  const permissions = headers['permissions-policy'] ?? ''
  return [
    ...gradePolicy(headers['content-security-policy'] ?? ''),
    (Number(age) < yearS || !/includeSubDomains/i.test(hsts)) && 'hsts',
    headers['x-content-type-options'] !== 'nosniff' && 'nosniff',
    headers['x-frame-options'] !== 'DENY' && 'frames, for older browsers',
    !careful.includes(headers['referrer-policy'] ?? '') && 'referrer',
    ...dangerous.map((name) => !permissions.includes(`${name}=()`) && `permissions: ${name}`),
  ].filter((it) => it !== false)
}
