import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, type AppProps } from 'aws-cdk-lib/core'
import { Balas } from './balas-stack.ts'
import { handlerIds } from './bundle.ts'
import { usualLimits, usualTokensADay } from './limits.ts'
import { BalasSite, type SiteProps } from './site-stack.ts'

/** The stack as it is deployed by default, with empty functions, for tests. */
export function balas(app: AppProps = {}): Balas {
  const code = mkdtempSync(join(tmpdir(), 'balas-'))
  for (const id of handlerIds) {
    mkdirSync(join(code, id))
    writeFileSync(join(code, id, 'index.mjs'), `export const handler = '${id}'`)
  }
  return new Balas(new App({ ...app, context: { code } }), 'Balas', {
    stage: 'prod',
    keepData: true,
    settings: {
      WHAPI_URL: 'https://gate.whapi.cloud',
      BOT_TOKENS_A_DAY: String(usualTokensADay),
    },
    alarms: { email: 'owner@shop.example', budgetUsd: 150 },
    limits: usualLimits,
  })
}

/** Both stacks. */
export function app(props: AppProps = {}, domain?: SiteProps['domain']) {
  const behind = balas(props)
  const { root } = behind.node
  if (!App.isApp(root)) throw new Error('The root of a stack is its app')
  return {
    app: root,
    balas: behind,
    site: new BalasSite(root, 'BalasSite', { balas: behind, domain }),
  }
}
