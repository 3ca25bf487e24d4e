import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import * as z from 'zod/mini'
import { App } from './app.tsx'
import { restore } from './session.ts'
import './style.css'
import { preferredLanguage, speak } from './text/language.ts'
import { applyPanes } from './ui/panes.ts'
import { applyTheme } from './ui/theme.ts'

// The page's policy forbids eval; without this, zod tries it once and the browser reports a violation.
z.config({ jitless: true })

applyTheme()
applyPanes()
await Promise.all([speak(preferredLanguage()), restore()])

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
