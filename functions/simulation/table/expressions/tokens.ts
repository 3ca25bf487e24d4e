import { refusal } from '../errors.ts'

export interface Token {
  is: 'word' | 'name' | 'value' | 'number' | 'sign' | 'end'
  text: string
}

const token =
  /\s*(?:(?<word>[A-Za-z_]\w*)|(?<name>#\w+)|(?<value>:\w+)|(?<number>\d+)|(?<sign><>|<=|>=|[=<>()[\],.+-]))/y

/** What an expression is read from, token by token. */
export interface Reader {
  /** What the expression is called in the request. */
  kind: string
  peek(ahead?: number): Token
  take(): Token
  /** Takes the next token if it reads so; words in any case. */
  skip(text: string): boolean
  expect(text: string): void
  fail(reason?: string): never
}

export function readerOf(kind: string, expression: string): Reader {
  const tokens = tokensOf(kind, expression)
  const end: Token = { is: 'end', text: '<EOF>' }
  let at = 0
  const reader: Reader = {
    kind,
    peek: (ahead = 0) => tokens[at + ahead] ?? end,
    take: () => tokens[at++] ?? end,
    skip(text) {
      const found = reader.peek().text.toUpperCase() === text
      if (found) at++
      return found
    },
    expect(text) {
      if (!reader.skip(text)) reader.fail()
    },
    fail(reason = `Syntax error; token: "${reader.peek().text}"`) {
      throw refusal(`Invalid ${kind}: ${reason}`)
    },
  }
  return reader
}

function tokensOf(kind: string, expression: string): Token[] {
  const text = expression.trimEnd()
  if (text === '') throw refusal(`Invalid ${kind}: The expression can not be empty;`)
  if (Buffer.byteLength(expression) > 4096)
    throw refusal(`Invalid ${kind}: Expression size has exceeded the maximum allowed size;`)
  const tokens: Token[] = []
  token.lastIndex = 0
  while (token.lastIndex < text.length) {
    const { lastIndex } = token
    const found = token.exec(text)
    if (!found)
      throw refusal(
        `Invalid ${kind}: Syntax error; near: "${text.slice(lastIndex, lastIndex + 9)}"`,
      )
    for (const [is, part] of Object.entries(found.groups ?? {}))
      if (part !== undefined) tokens.push({ is: is as Token['is'], text: part })
  }
  return tokens
}
