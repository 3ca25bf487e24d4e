import type { Cost, Figures } from './cost.ts'

const columns: [title: string, figure: keyof Figures][] = [
  ['writes', 'writeUnits'],
  ['reads', 'readUnits'],
  ['SQS', 'sqsRequests'],
  ['HTTP', 'httpCalls'],
  ['runs', 'invocations'],
  ['frames', 'frames'],
  ['$ per 1,000', 'usdPer1000'],
]

/** One value, or all that it becomes while the history grows. */
const cell = (all: Figures[], figure: keyof Figures) =>
  [...new Set(all.map((figures) => figures[figure]))].join(' → ')

const other = (all: Figures[], usual: Figures[], figure: keyof Figures) =>
  cell(all, figure) === cell(usual, figure) ? '' : cell(all, figure)

/** What is counted as a table for people: a line for each scenario. */
export function costTable({ sizes, viewers, scenarios }: Cost): string {
  const rows = [
    ['', ...columns.map(([title]) => title)],
    ...Object.entries(scenarios).flatMap(([name, { usual, afterAPause }]) => [
      [name, ...columns.map(([, figure]) => cell(usual, figure))],
      ['  after a pause', ...columns.map(([, figure]) => other(afterAPause, usual, figure))],
    ]),
  ]
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? []
  const line = (row: string[]) =>
    row
      .map((text, i) => (i ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0)))
      .join('  ')
  const at = sizes.map(({ messages, chats }) => `${messages} messages in the chat, ${chats} chats`)
  return [`Counted with ${viewers} viewers and ${at.join(' → ')}:`, ...rows.map(line)].join('\n')
}
