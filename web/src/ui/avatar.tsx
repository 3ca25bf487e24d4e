import { cn } from './class-names.ts'

const colours = [
  'light-dark(#d4ebe2, #1d4a3d)',
  'light-dark(#dfe6fb, #2c3666)',
  'light-dark(#f8e3cf, #523a1f)',
  'light-dark(#f3dcea, #51273f)',
  'light-dark(#d8ecf5, #1d4457)',
  'light-dark(#ebe4d2, #45402a)',
]

const colourOf = (name: string) =>
  colours[[...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % colours.length]

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word.match(/[\p{L}\p{N}]/u)?.[0] ?? '')
    .filter(Boolean)
    .slice(0, 2)
    .join('')
    .toUpperCase()

interface Props {
  name: string
  image?: string | undefined
  className?: string
}

/** Decoration: the name always stands beside it. */
export function Avatar({ name, image, className }: Props) {
  return (
    <span
      aria-hidden
      style={{ background: colourOf(name) }}
      className={cn(
        'relative grid size-11 shrink-0 place-items-center overflow-hidden rounded-full text-[15px] font-semibold text-ink/80 select-none',
        className,
      )}
    >
      {initialsOf(name) || '#'}
      {image && <img src={image} alt="" className="absolute inset-0 size-full object-cover" />}
    </span>
  )
}
