import { createHash } from 'node:crypto'
import { type Colour, dataUri, png } from './png.ts'

/** What a customer photographs: an evening sky, so that one sees it is a picture. */
export const photo = (size = 96): Buffer =>
  png(size, (x, y) => {
    const sun = (x - size * 0.65) ** 2 + (y - size * 0.55) ** 2 < (size * 0.16) ** 2
    if (sun) return [255, 214, 120]
    const down = y / size
    return down > 0.72
      ? [38, 70, 83]
      : [Math.round(90 + 150 * down), 120, Math.round(190 - 90 * down)]
  })

const dark: Colour = [17, 24, 26]
const light: Colour = [255, 255, 255]

/** Looks like a QR code and says nothing: nobody can link a number to a simulator. */
export function qrPicture(seed: string): string {
  const bits = createHash('sha512').update(seed).digest()
  const [modules, quiet, scale] = [25, 2, 6]
  const eye = (x: number, y: number): boolean | undefined => {
    const near = (at: number) => (at < 8 ? at : at >= modules - 8 ? modules - 1 - at : undefined)
    const [a, b] = [near(x), near(y)]
    if (a === undefined || b === undefined || (x >= 8 && y >= 8)) return undefined
    const ring = Math.max(Math.abs(a - 3), Math.abs(b - 3))
    return ring === 3 || ring < 2
  }
  const isDark = (x: number, y: number): boolean => {
    if (x < 0 || y < 0 || x >= modules || y >= modules) return false
    const at = (x * 31 + y * 17) % (bits.length * 8)
    return eye(x, y) ?? Boolean(((bits[at >> 3] ?? 0) >> (at & 7)) & 1)
  }
  return dataUri(
    png((modules + 2 * quiet) * scale, (x, y) =>
      isDark(Math.floor(x / scale) - quiet, Math.floor(y / scale) - quiet) ? dark : light,
    ),
  )
}
