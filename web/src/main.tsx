import { StrictMode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import * as z from 'zod/mini'
import { App, loadDashboard } from './app.tsx'
import { isSomebodyHere } from './early/here.ts'
import { restore } from './session.ts'
import './style.css'
import { speak } from './text/language.ts'
import { preferredLanguage } from './text/preferred.ts'

// The page's policy forbids eval; without this, zod tries it once and the browser reports a violation.
z.config({ jitless: true })

const [dashboard] = await Promise.all([
  // Where it cannot be loaded, the app says so when it needs it.
  isSomebodyHere() ? loadDashboard().catch(() => undefined) : undefined,
  speak(preferredLanguage()),
  restore(),
])
await dashboard?.begin()

const root = document.getElementById('root')
if (root) {
  // In small steps: a slow phone can scroll and type between them.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  )
}
