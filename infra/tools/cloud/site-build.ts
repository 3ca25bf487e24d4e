import { build, type InlineConfig, type Plugin } from 'vite'

/** A page says of which release it is, if that has a name. */
const version = (name = process.env.BALAS_VERSION): Plugin => ({
  name: 'version',
  transformIndexHtml: () =>
    name ? [{ tag: 'meta', attrs: { name: 'version', content: name }, injectTo: 'head' }] : [],
})

/** The web app, wherever it is built from. */
export const site: InlineConfig = {
  root: 'web',
  configFile: 'web/vite.config.ts',
  logLevel: 'warn',
  clearScreen: false,
}

export const builtInto = (outDir: string): InlineConfig => ({
  ...site,
  plugins: [version()],
  build: { outDir, emptyOutDir: true },
})

/** Builds the web app as browsers get it. */
export const buildSite = (outDir: string) => build(builtInto(outDir))
