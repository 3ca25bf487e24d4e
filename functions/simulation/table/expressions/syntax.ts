/** One step of a path: a field by its name or by its alias, or an element of a list. */
export type Step = { name: string } | { alias: string } | { index: number }

export type Operand =
  | { is: 'path'; steps: Step[] }
  | { is: 'value'; name: string }
  | { is: 'function'; name: string; operands: Operand[] }

export type Comparator = '=' | '<>' | '<' | '<=' | '>' | '>='

export type Condition =
  | { is: 'and' | 'or'; conditions: Condition[] }
  | { is: 'not' | 'group'; condition: Condition }
  | { is: 'compare'; by: Comparator; left: Operand; right: Operand }
  | { is: 'between'; operand: Operand; low: Operand; high: Operand }
  | { is: 'in'; operand: Operand; list: Operand[] }
  | { is: 'function'; name: string; operands: Operand[] }

/** A value as SET gives it. */
export type Source = Operand | { is: 'sum'; sign: '+' | '-'; left: Operand; right: Operand }

export type Action =
  | { is: 'SET'; steps: Step[]; source: Source }
  | { is: 'REMOVE'; steps: Step[] }
  | { is: 'ADD'; steps: Step[]; value: string }
