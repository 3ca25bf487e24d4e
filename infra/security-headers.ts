import { contentSecurityPolicy } from './content-security-policy.ts'

/** A year, in seconds. */
export const httpsOnlyForS = 365 * 24 * 3600

/** What a page of ours asks of no browser, and what nobody who got into it shall have. */
const unused = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
]
export const permissionsPolicy = unused.map((name) => `${name}=()`).join(', ')
export const referrerPolicy = 'strict-origin-when-cross-origin'

/** What comes with every answer of the site: of CloudFront, and of what stands in its place on one machine. */
export const securityHeaders = (policy = contentSecurityPolicy): Record<string, string> => ({
  'content-security-policy': policy,
  'permissions-policy': permissionsPolicy,
  'referrer-policy': referrerPolicy,
  'strict-transport-security': `max-age=${httpsOnlyForS}; includeSubDomains`,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
})
