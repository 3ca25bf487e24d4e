import './test-place.ts'
import { askToEnd } from '../supervision/control.ts'
import { playwright } from './suites.ts'
import { recorded, startStack } from './test-stack.ts'

/** The browser's tests, on a stack of their own: beside stories that turn WhatsApp off. */
const stack = await startStack(3200)
if (!stack) process.exit(1)
let failed = ['']
await recorded(stack, async () => {
  failed = (await playwright('web/e2e/playwright.config.ts', stack.env)).failed
}).finally(askToEnd)
process.exit(failed.length ? 1 : 0)
