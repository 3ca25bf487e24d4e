/**
 * Rules of cdk-nag's AwsSolutions that we break on purpose, with the reason, and what breaks them. At most
 * eight; whatever else breaks a rule fails its test.
 */
export const acknowledged: Record<string, { reason: string; where: RegExp }> = {
  'AwsSolutions-APIG4': {
    reason:
      'Signing in has no token yet, the webhook has a secret instead, and a socket is asked for its token by the function that opens it, since a browser can send none in a header.',
    where:
      /^Balas\/(api-routes\/http\/(POST--api--session|POST--api--session--refresh|DELETE--api--session|ANY--webhook--whapi.*)|realtime\/sockets\/[$\w]+-Route)\/Resource$/,
  },
  'AwsSolutions-APIG1': {
    reason:
      'The functions log each call with its outcome; a second line for each would cost as much again.',
    where: /^Balas\/(api-routes|realtime)\/stage\/Resource$/,
  },
  'AwsSolutions-IAM5': {
    reason: 'A connection has its name when a browser opens it: AWS can name only all of this API.',
    where: /^Balas\/(webhook|api|team|socket|bot|outbound|tick)-role\/DefaultPolicy\/Resource$/,
  },
  'AwsSolutions-COG1': {
    reason:
      'A long password is better than a twisted one (NIST SP 800-63B); after five failures a name is closed to its address for a quarter of an hour.',
    where: /^Balas\/auth\/pool\/Resource$/,
  },
  'AwsSolutions-COG8': {
    reason: 'Threat protection is a paid plan, $0.02 for each person and month.',
    where: /^Balas\/auth\/pool\/Resource$/,
  },
  'AwsSolutions-S1': {
    reason:
      'The bucket holds the built site, which anybody may see, and CloudFront alone reads it.',
    where: /^BalasSite\/files\/Resource$/,
  },
  'AwsSolutions-CFR3': {
    reason: 'Logs of who looked at the site would keep addresses of people for nobody to read.',
    where: /^BalasSite\/distribution\/Resource$/,
  },
  'AwsSolutions-CFR4': {
    reason:
      'On its own domain CloudFront decides what it speaks. With a domain of the shop the site speaks TLS 1.2 and newer only.',
    where: /^BalasSite\/distribution\/Resource$/,
  },
}
