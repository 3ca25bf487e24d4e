import { build, type InlineConfig } from 'vite'

/** The web app, wherever it is built from. */
export const site: InlineConfig = {
  root: 'web',
  configFile: 'web/vite.config.ts',
  logLevel: 'warn',
  clearScreen: false,
}

export const builtInto = (outDir: string): InlineConfig => ({
  ...site,
  build: { outDir, emptyOutDir: true },
})

/** Builds the web app as browsers get it. */
export const buildSite = (outDir: string) => build(builtInto(outDir))
