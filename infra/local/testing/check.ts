import '../place.ts'
import { format, types, vitest } from './suites.ts'

/** Format, types and unit tests: what can be told in seconds. */
const counts = await Promise.all([types(), format(), vitest(['unit', 'web'])])
process.exitCode = counts.some(({ failed }) => failed.length) ? 1 : 0
