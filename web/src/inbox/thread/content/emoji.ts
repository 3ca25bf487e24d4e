const emoji = /^(?:\p{RGI_Emoji}|\p{Emoji_Presentation}|\p{Extended_Pictographic}\u{FE0F}?)$/v
const most = 3
/** No emoji is longer than this. */
const longest = 40

const segmenter = new Intl.Segmenter()

/** How many emoji a text is, and nothing else; 0 for one with words, or with more than WhatsApp shows large. */
export function emojiAlone(text: string): number {
  const said = text.trim()
  if (said === '' || said.length > most * longest) return 0
  const signs = [...segmenter.segment(said)].map(({ segment }) => segment)
  const found = signs.filter((sign) => emoji.test(sign)).length
  return found <= most && signs.every((sign) => emoji.test(sign) || sign === ' ') ? found : 0
}
