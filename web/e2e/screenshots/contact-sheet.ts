import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'

export interface Shot {
  screen: string
  width: number
  theme: string
  file: string
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** All pictures on one page, a row for each screen; as HTML to click through, and as a picture of its own. */
export async function makeContactSheet(browser: Browser, dir: string, shots: Shot[]) {
  const names = [...new Set(shots.map(({ screen }) => screen))]
  const cell = ({ file, width, theme }: Shot, src: string) =>
    `<a href="${file}"><img src="${src}" height="240" alt="${width} ${theme}"></a>`
  const page = (sources: Map<string, string>) =>
    `<!doctype html><meta charset="utf-8"><title>Balas, every screen</title>
<style>body{font:14px system-ui;margin:16px;background:#888}section{display:flex;gap:8px;margin:0 0 16px}h2{width:140px;font-size:14px;margin:0}</style>
${names
  .map(
    (name) =>
      `<section><h2>${escaped(name)}</h2>${shots
        .filter(({ screen }) => screen === name)
        .map((shot) => cell(shot, sources.get(shot.file) ?? ''))
        .join('')}</section>`,
  )
  .join('\n')}`
  await writeFile(join(dir, 'index.html'), page(new Map(shots.map(({ file }) => [file, file]))))
  const inline = new Map<string, string>()
  for (const { file } of shots) {
    const data = (await readFile(join(dir, file))).toString('base64')
    inline.set(file, `data:image/png;base64,${data}`)
  }
  const sheet = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await sheet.setContent(page(inline))
  await sheet.screenshot({ path: join(dir, 'contact-sheet.png'), fullPage: true })
  await sheet.close()
}
