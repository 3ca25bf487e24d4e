import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

const { resolve } = createRequire(import.meta.url)
const brand = '#0b7a5f'

let ready: Promise<void> | undefined

async function drawn(svg: string, width: number): Promise<Uint8Array> {
  // A second build in one process loads this file anew, and not the package, which is ready already.
  ready ??= initWasm(readFile(resolve('@resvg/resvg-wasm/index_bg.wasm'))).catch(() => {})
  await ready
  return new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng()
}

/** The logo on a ground that fills the square: a device cuts its own shape out of that. */
const onGround = (logo: string) =>
  logo
    .replace(
      /(<svg[^>]*>)/,
      `$1<rect width="32" height="32" fill="${brand}"/><g transform="translate(3.2 3.2) scale(.8)">`,
    )
    .replace('</svg>', '</g></svg>')

/** Every picture a device wants of an app, drawn from the logo. */
export async function icons(logo: string): Promise<Record<string, Uint8Array>> {
  return {
    'icons/192.png': await drawn(logo, 192),
    'icons/512.png': await drawn(logo, 512),
    'icons/maskable.png': await drawn(onGround(logo), 512),
    'icons/apple.png': await drawn(onGround(logo), 180),
  }
}
