import { Play } from 'lucide-react'
import type { Media as Carried } from '../../../../../shared/content.ts'
import type { Text } from '../../../text/en.ts'
import { useText } from '../../../text/language.ts'
import type { ThreadWords } from '../../../text/thread/en.ts'
import { useThreadWords } from '../../../text/thread/use-thread-words.ts'
import { fileSize, playTime } from '../../../text/units.ts'
import { cn } from '../../../ui/class-names.ts'
import { kindOf } from '../../content.ts'
import { pictureOf } from './caption.tsx'
import { safePicture } from './safe.ts'

interface Props {
  kind: string
  media: Carried
}

const moving = ['video', 'gif', 'short']
const shapes = new Map([
  ['sticker', 'w-32'],
  ['short', 'w-44 rounded-full'],
])
const heard = ['audio', 'voice', 'ptt']

/** What the message tells of its file: the small picture, if one came along, the name and the size. */
export function Media({ kind, media }: Props) {
  const text = useText()
  const words = useThreadWords()
  const preview = safePicture(media.preview)
  const facts = preview && factsOf(kind, media, text, words)
  return (
    <>
      <div className="my-1">
        {preview ? (
          <Preview kind={kind} media={media} preview={preview} />
        ) : (
          <Row kind={kind} media={media} />
        )}
      </div>
      {facts && <p className="text-xs text-ink/75">{facts}</p>}
      <span className="text-xs text-ink/75">
        {media.viewOnce ? words.media.viewOnce : words.media.notYet}
      </span>
    </>
  )
}

/** Has its whole size from the beginning, so nothing moves. */
function Preview({
  kind,
  media: { width = 4, height = 3, name },
  preview,
}: Props & { preview: string }) {
  const text = useText()
  const ratio = Math.min(2.2, Math.max(0.6, width / height || 1))
  return (
    <span
      style={{ aspectRatio: kind === 'short' ? 1 : ratio }}
      className={cn(
        'relative block max-w-full overflow-hidden bg-canvas/60',
        shapes.get(kind) ?? 'w-72 rounded-xl',
      )}
    >
      <img src={preview} alt={name ?? kindOf(kind, text)} className="size-full object-cover" />
      {moving.includes(kind) && (
        <span className="absolute inset-0 m-auto grid size-11 place-items-center rounded-full bg-[#0c1a17b3] text-[#ffffff]">
          <Play aria-hidden className="size-5" />
        </span>
      )}
    </span>
  )
}

function Row({ kind, media }: Props) {
  const text = useText()
  const words = useThreadWords()
  const Picture = pictureOf(kind)
  const facts = factsOf(kind, { ...media, name: undefined }, text, words)
  return (
    <span className="flex w-72 max-w-full items-center gap-2.5 rounded-xl bg-canvas/60 px-3 py-2.5">
      <Picture aria-hidden className="size-6 shrink-0" />
      <span className="min-w-0">
        <span className="block text-sm font-medium [overflow-wrap:anywhere]">
          {media.name ?? kindOf(kind, text)}
        </span>
        {facts && <span className="block text-xs text-ink/75">{facts}</span>}
      </span>
    </span>
  )
}

/** "Photo · 1200 × 900 · 340 kB" */
function factsOf(kind: string, media: Carried, text: Text, words: ThreadWords): string {
  const { name, width, height, seconds, pages, size } = media
  return [
    name ?? (media.preview && kindOf(kind, text)),
    width && height && !heard.includes(kind) && `${width} × ${height}`,
    seconds !== undefined && seconds > 0 && playTime(seconds),
    pages && words.media.pages(pages),
    size && fileSize(size, text),
  ]
    .filter(Boolean)
    .join(' · ')
}
