import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { corpus } from '../../../../e2e/hostile/corpus.ts'
import { emojiAlone } from './emoji.ts'
import { type Piece, piecesOf } from './format.ts'

/** As it was typed. */
const source = (pieces: Piece[]): string =>
  pieces
    .map((it) => (typeof it === 'string' ? it : `${it.sign}${source(it.inside)}${it.sign}`))
    .join('')

const names = { bold: 'b', italic: 'i', strike: 's', code: 'code', block: 'pre' }
/** As it is shown, in short. */
const shown = (pieces: Piece[]): string =>
  pieces
    .map((it) =>
      typeof it === 'string' ? it : `<${names[it.look]}>${shown(it.inside)}</${names[it.look]}>`,
    )
    .join('')

const look = (text: string) => shown(piecesOf(text))

test.each([
  ['Harga *promo* ya', 'Harga <b>promo</b> ya'],
  ['_hari ini_ saja', '<i>hari ini</i> saja'],
  ['~Rp 50.000~ Rp 45.000', '<s>Rp 50.000</s> Rp 45.000'],
  ['ketik `STOP` ya', 'ketik <code>STOP</code> ya'],
  ['*tebal _dan miring_*', '<b>tebal <i>dan miring</i></b>'],
  ['*_~semua~_*', '<b><i><s>semua</s></i></b>'],
  ['(*penting*), "_ya_"!', '(<b>penting</b>), "<i>ya</i>"!'],
  ['*a*b*', '<b>a*b</b>'],
  ['**dua**', '*<b>dua</b>*'],
  ['*satu* *dua*', '<b>satu</b> <b>dua</b>'],
  ['```let a = *1*\nb = 2```', '<pre>let a = *1*\nb = 2</pre>'],
  ['awal ```x``` akhir', 'awal <pre>x</pre> akhir'],
  ['`*bukan tebal*`', '<code>*bukan tebal*</code>'],
  ['*satu baris*\n_baris lain_', '<b>satu baris</b>\n<i>baris lain</i>'],
  ['*lihat https://a.example/_x_*', '<b>lihat https://a.example/_x_</b>'],
  ['🙏*terima kasih*🙏', '🙏<b>terima kasih</b>🙏'],
])('“%s” is shown as “%s”', (text, wanted) => {
  expect(look(text)).toBe(wanted)
})

test.each([
  'nama_file_saya.pdf',
  '2*3*4',
  '* bukan tebal *',
  '*bukan tebal *',
  '*tidak\nselesai*',
  'a*b*c',
  '*tebal*kah',
  '***',
  '____',
  '``````',
  '```',
  '*',
  '',
  'https://a.example/*x*/_y_',
  'https://a.example/_x_?a=*1*',
])('in “%s” the signs mark nothing', (text) => {
  expect(look(text)).toBe(text)
})

describe('no text is ever lost', () => {
  const signs = fc.constantFrom('*', '_', '~', '`', '```', ' ', '\n', 'a', 'Ω', '1', '🙏', '.')
  const anything = fc.oneof(
    fc.array(signs, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
    fc.tuple(fc.webUrl(), signs).map(([url, sign]) => sign + url + sign),
  )
  test('whatever is written', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(source(piecesOf(text))).toBe(text)
      }),
      { numRuns: 2_000 },
    )
  })

  test('nothing is marked that is blank, or twice the same', () => {
    const check = (pieces: Piece[], around: string[]) => {
      for (const it of pieces) {
        if (typeof it === 'string') continue
        expect(around).not.toContain(it.look)
        expect(source(it.inside)).not.toBe('')
        if (it.look !== 'block') expect(source(it.inside)).toBe(source(it.inside).trim())
        check(it.inside, [...around, it.look])
      }
    }
    fc.assert(fc.property(anything, (text) => check(piecesOf(text), [])))
  })

  test.each(corpus.map(({ what, text }) => [what, text]))('of “%s”', (_, text) => {
    expect(source(piecesOf(text))).toBe(text)
  })

  test.each([
    '*',
    '_*~`',
    '*a ',
    ' *a',
    '*a* ',
    '`',
    '```',
    '``` ',
    '\n*a*',
    'https://a.example/*)',
  ])('of thirty thousand “%s”', (part) => {
    const text = part.repeat(30_000)
    expect(source(piecesOf(text)) === text).toBe(true)
  })
})

test.each([
  ['👍', 1],
  ['❤️', 1],
  ['👨‍👩‍👧‍👦🇮🇩', 2],
  ['👍🏽 🙏 😂', 3],
  ['😂😂😂😂', 0],
  ['ok 👍', 0],
  ['1', 0],
  ['#', 0],
  ['', 0],
  ['\u200d'.repeat(100), 0],
])('“%s” is so many emoji alone: %i', (text, count) => {
  expect(emojiAlone(text)).toBe(count)
})
