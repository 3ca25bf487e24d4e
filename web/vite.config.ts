import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { installable } from './build/installable.ts'

/**
 * What is needed on the way to the list, in two files, and what comes after it in one: many small ones cost more than they carry. What is
 * missing here only makes a file of its own; `npm run measure` tells what that costs.
 */
const steps = {
  start: [
    /node_modules\/(react|react-dom|scheduler|zustand|wouter|regexparam|mitt|use-sync-external-store|zod)\//,
    /\/shared\/(contract\/(session|me|parts)|route|user|problem|preferences)\./,
    /\/web\/src\/(session|api|request|api-error|language-switch|preferences|text\/(language|words|problem|.*use-.*-words))\./,
    /\/web\/src\/ui\/(button|class-names|field|logo|notice|panes|spinner|theme)\./,
  ],
  inbox: [
    /\/shared\/(contract\/(chats|messages|team)|chat|message|content|mention|phone|events|channel|sight)\./,
    /\/web\/src\/(place|team|backoff|first-run\/first-run-later|text\/time|inbox\/thread\/thread-skeleton|ui\/(avatar|badge|skeleton))\./,
    /\/web\/src\/(live|sidebar|inbox\/list)\/(?!later\/)/,
    /\/web\/src\/inbox\/(apply|apply-page|content|filter|lists|name|presence|resync|select|start|store|ticks)\./,
  ],
  // Comes while the first list is looked at.
  later: [
    /\/web\/src\/(later|leave|attention\/.*|offline\/.*|keyboard\/(?!(command-bar|sheet|caps|found)\.).*|ui\/modal|inbox\/(keep-outbox|chat-actions|list\/later\/(bulk-done|selection)))\./,
  ],
  // What is agreed about the pages behind the inbox, for whichever of them comes first.
  agreed: [/\/shared\//],
}
const groups = Object.entries(steps).map(([name, tests]) => ({
  name,
  test: (id: string) => tests.some((test) => test.test(id.replaceAll('\\', '/'))),
}))

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tailwindcss(), installable()],
  build: {
    outDir: 'dist',
    target: ['chrome123', 'firefox125', 'safari17.5'],
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
})
