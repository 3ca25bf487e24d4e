/** An expression in parts: words as they are, names that may get an alias, values that get a placeholder. */
export type Text = (string | { name: string } | { value: unknown })[]

export interface Written {
  ExpressionAttributeNames?: Record<string, string>
  ExpressionAttributeValues?: Record<string, unknown>
}

/** Writes the expressions of one command, with all that they refer to. */
export function written<Kind extends string>(
  texts: Partial<Record<Kind, Text | undefined>>,
  aliased: boolean,
): Written & { [kind in Kind]?: string } {
  const names: Record<string, string> = {}
  const values: Record<string, unknown> = {}
  const write = (part: Text[number]): string => {
    if (typeof part === 'string') return part
    if ('name' in part && !aliased) return part.name
    if ('name' in part) {
      names[`#${part.name}`] = part.name
      return `#${part.name}`
    }
    const placeholder = `:v${Object.keys(values).length}_`
    values[placeholder] = part.value
    return placeholder
  }
  const expressions: { [kind in Kind]?: string } = {}
  for (const kind in texts) {
    const text = texts[kind]
    if (text) expressions[kind] = text.map(write).join('')
  }
  return {
    ...expressions,
    ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  }
}

/** Texts one after the other. */
export const joined = (texts: Text[], by: string): Text =>
  texts.flatMap((text, i) => (i === 0 ? text : [by, ...text]))
