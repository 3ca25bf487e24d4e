/** Who, and what of theirs, makes the short story: what people do, what goes out, and what goes wrong. */
const told: [who: RegExp, what: RegExp][] = [
  [/^(story|customer|number|VIOLATION)$/, /./],
  [/./, /^(dies|… )|✗ (?!\w*(Conditional|Transaction))/],
  [/^(outbound|tick|api)/, /^(POST|PUT|DELETE) .*( taken| refused|\/messages)/],
  [/^(outbound|tick|api)/, /^hears of the send: (?!200)/],
  [/^whapi$/, /^never delivers|^hears (?!200)/],
  [/^sqs$/, /is dead/],
  [/^[a-z]+$/, /^(POST|PUT|PATCH|DELETE) \/api|^hears (nothing|[45]\d\d)/],
]

const width = 150

const isTold = (line: string) => {
  const [, who = '', what = ''] = /^\S+ (\S+)(?: +\d+)? +(.*)$/.exec(line) ?? []
  return told.some(([ofWhom, ofWhat]) => ofWhom.test(who) && ofWhat.test(what))
}

/** The lines of a history by which somebody who did not see it understands what happened. */
export const brief = (history: string[]): string[] =>
  history
    .filter(isTold)
    .map((line) => (line.length > width ? `${line.slice(0, width - 1)}…` : line))
