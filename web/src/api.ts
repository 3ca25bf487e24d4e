import type * as z from 'zod/mini'
import type { Route } from '../../shared/route.ts'
import { ApiError } from './api-error.ts'
import { request } from './request.ts'
import { accessToken, renew } from './session.ts'

/** Calls a route as whoever is signed in. A token that has run out is renewed once, and the call repeated. */
export async function call<Input extends z.ZodMiniObject, Output extends z.ZodMiniType>(
  route: Route<Input, Output>,
  input: z.input<Input>,
): Promise<z.output<Output>> {
  try {
    return await request(route, input, accessToken())
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error
    await renew()
    return request(route, input, accessToken())
  }
}
