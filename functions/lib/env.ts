/** A variable that infra sets by a link; missing means the link is missing. */
export function env(name: string): string {
  const value = process.env[name]
  if (!value)
    throw new Error(`${name} is not set: this function lacks a link in infra/balas-stack.ts`)
  return value
}
