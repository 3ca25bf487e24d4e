import type * as z from 'zod/mini'
import type { Role } from './user.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** A function with an address. The address is the API Gateway route key, letter for letter. */
export interface Route<
  Input extends z.ZodMiniObject = z.ZodMiniObject,
  Output extends z.ZodMiniType = z.ZodMiniType,
> {
  address: `${Method} /${string}`
  /** Path, query and body merged into one; path wins, then body. */
  input: Input
  output: Output
  /** Who may call it at all; what they may see of it is decided object by object. */
  who: Role | 'public'
  /** The status of a success. */
  status: number
}

export type Contract = Record<string, Route>

export const route = <Input extends z.ZodMiniObject, Output extends z.ZodMiniType>(
  address: Route['address'],
  input: Input,
  output: Output,
  { who = 'agent', status = 200 }: Partial<Pick<Route, 'who' | 'status'>> = {},
): Route<Input, Output> => ({ address, input, output, who, status })
