import { readOperand, readPath } from './operand.ts'
import type { Action, Operand, Source } from './syntax.ts'
import { type Reader, readerOf } from './tokens.ts'

const readers = { SET: readSet, REMOVE: readRemove, ADD: readAdd }

/** Reads what an update does, action by action. */
export function readUpdate(kind: string, expression: string): Action[] {
  const reader = readerOf(kind, expression)
  const actions: Action[] = []
  const seen = new Set<string>()
  do {
    const clause = reader.peek().text.toUpperCase()
    const read = readers[clause as keyof typeof readers]
    if (!read) reader.fail()
    if (seen.has(clause))
      reader.fail(`The "${clause}" section can only be used once in an update expression;`)
    seen.add(clause)
    reader.take()
    do actions.push(read(reader))
    while (reader.skip(','))
  } while (reader.peek().is !== 'end')
  return actions
}

function readSet(reader: Reader): Action {
  const steps = readPath(reader)
  reader.expect('=')
  return { is: 'SET', steps, source: readSource(reader) }
}

function readRemove(reader: Reader): Action {
  return { is: 'REMOVE', steps: readPath(reader) }
}

function readAdd(reader: Reader): Action {
  const steps = readPath(reader)
  if (reader.peek().is !== 'value') reader.fail()
  return { is: 'ADD', steps, value: reader.take().text }
}

/** An operand, or the sum or difference of two; in parentheses or not, as each of them may be. */
function readSource(reader: Reader): Source {
  const source = readTerm(reader)
  const sign = reader.peek().text
  if (sign !== '+' && sign !== '-') return source
  reader.take()
  return { is: 'sum', sign, left: single(source, reader), right: single(readTerm(reader), reader) }
}

function readTerm(reader: Reader): Source {
  if (!reader.skip('(')) return readOperand(reader)
  const source = readSource(reader)
  reader.expect(')')
  return source
}

const single = (source: Source, reader: Reader): Operand =>
  source.is === 'sum' ? reader.fail() : source
