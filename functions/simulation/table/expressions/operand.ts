import { reservedWords } from './reserved-words.ts'
import type { Operand, Step } from './syntax.ts'
import type { Reader } from './tokens.ts'

export function readOperand(reader: Reader): Operand {
  const next = reader.peek()
  if (next.is === 'value') return { is: 'value', name: reader.take().text }
  if (next.is === 'word' && reader.peek(1).text === '(') {
    const name = reader.take().text
    return { is: 'function', name, operands: readList(reader) }
  }
  return { is: 'path', steps: readPath(reader) }
}

/** Operands in parentheses. */
export function readList(reader: Reader): Operand[] {
  reader.expect('(')
  const operands = [readOperand(reader)]
  while (reader.skip(',')) operands.push(readOperand(reader))
  reader.expect(')')
  return operands
}

export function readPath(reader: Reader): Step[] {
  const steps = [readName(reader)]
  for (;;) {
    if (reader.skip('.')) steps.push(readName(reader))
    else if (reader.skip('[')) {
      if (reader.peek().is !== 'number') reader.fail()
      steps.push({ index: Number(reader.take().text) })
      reader.expect(']')
    } else return steps
  }
}

function readName(reader: Reader): Step {
  const { is, text } = reader.peek()
  if (is === 'name') return { alias: reader.take().text }
  if (is !== 'word') reader.fail()
  if (reservedWords.has(text.toUpperCase()))
    reader.fail(`Attribute name is a reserved keyword; reserved keyword: ${text}`)
  return { name: reader.take().text }
}
