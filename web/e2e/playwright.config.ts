import { defineConfig } from '@playwright/test'
import { outputs } from './outputs.ts'

/** Whole stories against a running stack; `BALAS_OUTPUTS` names the file that says where it is. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  timeout: 60_000,
  expect: { timeout: 20_000 },
  workers: 1,
  // Beside a whole stack and other tests: what fails twice is broken; what fails once is told as flaky.
  retries: 1,
  reporter: 'list',
  use: {
    baseURL: outputs.url,
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    // With pictures of every step a test takes twice as long.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
  },
})
