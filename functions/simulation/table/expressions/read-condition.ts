import { readList, readOperand } from './operand.ts'
import type { Comparator, Condition } from './syntax.ts'
import { type Reader, readerOf } from './tokens.ts'

/** Reads a condition, a filter or a key condition: they have one grammar. */
export function readCondition(kind: string, expression: string): Condition {
  const reader = readerOf(kind, expression)
  const condition = readEither(reader)
  if (reader.peek().is !== 'end') reader.fail()
  return condition
}

const readEither = (reader: Reader): Condition => readChain(reader, 'or', readBoth)
const readBoth = (reader: Reader): Condition => readChain(reader, 'and', readOne)

function readChain(reader: Reader, is: 'and' | 'or', readPart: typeof readOne): Condition {
  const conditions = [readPart(reader)]
  while (reader.skip(is.toUpperCase())) conditions.push(readPart(reader))
  return conditions.length === 1 ? (conditions[0] as Condition) : { is, conditions }
}

function readOne(reader: Reader): Condition {
  if (reader.skip('NOT')) return { is: 'not', condition: readOne(reader) }
  return reader.skip('(') ? readGroup(reader) : readTest(reader)
}

function readGroup(reader: Reader): Condition {
  const condition = readEither(reader)
  reader.expect(')')
  if (condition.is === 'group') reader.fail('The expression has redundant parentheses;')
  return { is: 'group', condition }
}

const comparators = ['=', '<>', '<', '<=', '>', '>=']

function readTest(reader: Reader): Condition {
  const operand = readOperand(reader)
  const by = reader.peek()
  if (comparators.includes(by.text)) {
    reader.take()
    return {
      is: 'compare',
      by: by.text as Comparator,
      left: operand,
      right: readOperand(reader),
    }
  }
  if (reader.skip('BETWEEN')) {
    const low = readOperand(reader)
    reader.expect('AND')
    return { is: 'between', operand, low, high: readOperand(reader) }
  }
  if (reader.skip('IN')) return { is: 'in', operand, list: readList(reader) }
  if (operand.is !== 'function') reader.fail()
  return { is: 'function', name: operand.name, operands: operand.operands }
}
