import { defineConfig } from 'vitest/config'

/** Half of what tests do is wait; to leave a core out, as is usual, leaves two half idle. */
const maxWorkers = '100%'

/** Worlds, months and floods: without a stack, and longer than one waits before each commit. */
const long = [
  'functions/simulation.test.ts',
  'functions/tick/month.test.ts',
  'functions/webhook.test.ts',
]

export default defineConfig({
  test: {
    globalSetup: './infra/local/testing/own-tmp.ts',
    maxWorkers,
    projects: [
      {
        test: {
          name: 'unit',
          isolate: false,
          // Some deliver 5 MB or 10,000 messages, whatever else the machine is doing.
          testTimeout: 30_000,
          include: [
            'shared/**/*.test.ts',
            'functions/**/*.test.ts',
            'infra/local/**/*.test.ts',
            'infra/tools/**/*.test.ts',
          ],
          exclude: [
            'functions/domain/**',
            'functions/story/**',
            ...long,
            'functions/simulation/table/differential.test.ts',
            '**/node_modules/**',
          ],
        },
      },
      {
        test: {
          name: 'table',
          include: [
            'functions/domain/**/*.test.ts',
            'functions/simulation/table/differential.test.ts',
          ],
          hookTimeout: 60_000,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'simulation',
          include: long,
          testTimeout: 600_000,
        },
      },
      {
        test: {
          name: 'story',
          include: ['functions/story/*.test.ts'],
          setupFiles: './functions/story/settled.ts',
          fileParallelism: false,
          // A whole stack on a machine that does much else: what fails twice is broken.
          retry: 1,
          hookTimeout: 180_000,
          testTimeout: 60_000,
        },
      },
      {
        // What the stories left behind.
        test: { name: 'traces', include: ['infra/proofs/traces/*.test.ts'] },
      },
      {
        extends: './web/vite.config.ts',
        test: {
          name: 'web',
          maxWorkers,
          environment: 'jsdom',
          // One jsdom for all files: making it anew for each takes longer than all the tests.
          isolate: false,
          testTimeout: 30_000,
          include: ['web/src/**/*.test.{ts,tsx}'],
          root: '.',
        },
      },
      {
        test: {
          name: 'infra',
          include: ['infra/*.test.ts', 'infra/proofs/**/*.test.ts'],
          exclude: ['infra/proofs/traces/**'],
          hookTimeout: 120_000,
          testTimeout: 60_000,
        },
      },
    ],
  },
})
