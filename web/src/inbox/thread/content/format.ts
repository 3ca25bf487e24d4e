import { addressesIn } from './addresses.ts'

/** What WhatsApp's signs make of the words between them. */
export type Look = 'bold' | 'italic' | 'strike' | 'code' | 'block'

export interface Marked {
  look: Look
  /** What stood before and after the words, and is not shown. */
  sign: string
  inside: Piece[]
}
export type Piece = string | Marked

const fence = '```'
const looks = new Map<string, Look>([
  ['`', 'code'],
  ['*', 'bold'],
  ['_', 'italic'],
  ['~', 'strike'],
])

/**
 * A text as WhatsApp shows it: *bold*, _italic_, ~strike~ and `code` within a line and around whole words,
 * ```blocks``` also over several lines. In code nothing else counts, nor in a web address. Nothing gets lost:
 * signs that mark nothing stay where they are.
 */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (;;) {
    const from = text.indexOf(fence, at)
    const to = from < 0 ? -1 : text.indexOf(fence, from + fence.length + 1)
    addLines(pieces, text.slice(at, to < 0 ? undefined : from))
    if (to < 0) return pieces
    pieces.push({ look: 'block', sign: fence, inside: [text.slice(from + fence.length, to)] })
    at = to + fence.length
  }
}

function addLines(pieces: Piece[], text: string) {
  for (const line of text.split(/(?<=\n)/)) {
    for (const piece of lineOf(line, [...looks.keys()])) {
      const before = pieces.at(-1)
      if (typeof piece === 'string' && typeof before === 'string')
        pieces[pieces.length - 1] = before + piece
      else if (piece !== '') pieces.push(piece)
    }
  }
}

const isWordy = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char)
const isBlank = (char: string | undefined) => char === undefined || /\s/.test(char)

/** One line, in which these signs may still mark something. */
function lineOf(line: string, signs: string[]): Piece[] {
  const closing = new Map(signs.map((sign) => [sign, closingIn(line, sign)]))
  const addresses = addressesIn(line)
  const pieces: Piece[] = []
  let plain = 0
  for (let at = 0; at < line.length; at++) {
    while (addresses[0] && addresses[0].to <= at) addresses.shift()
    if (addresses[0] && addresses[0].from <= at) {
      at = addresses[0].to - 1
      continue
    }
    const sign = line[at] ?? ''
    const end = opensAt(line, at) ? closing.get(sign)?.[at + 2] : undefined
    const look = looks.get(sign)
    if (!end || !look) continue
    const words = line.slice(at + 1, end)
    const rest = signs.filter((other) => other !== sign)
    if (plain < at) pieces.push(line.slice(plain, at))
    pieces.push({ look, sign, inside: look === 'code' ? [words] : lineOf(words, rest) })
    at = end
    plain = end + 1
  }
  return plain < line.length ? [...pieces, line.slice(plain)] : pieces
}

const opensAt = (line: string, at: number) =>
  !isWordy(line[at - 1]) && !isBlank(line[at + 1]) && line[at + 1] !== line[at]

/** For each place in a line: where this sign next ends what it marks. Found once, however many signs there are. */
function closingIn(line: string, sign: string): (number | undefined)[] {
  if (!line.includes(sign)) return []
  const within = addressesIn(line)
  const next: (number | undefined)[] = new Array(line.length)
  let found: number | undefined
  for (let at = line.length - 1; at > 0; at--) {
    while (within.length > 0 && (within.at(-1)?.from ?? 0) > at) within.pop()
    const isInAddress = at < (within.at(-1)?.to ?? 0)
    if (line[at] === sign && !isBlank(line[at - 1]) && !isWordy(line[at + 1]) && !isInAddress)
      found = at
    next[at] = found
  }
  return next
}
