import { type ReactNode, useMemo } from 'react'
import { cn } from '../../../ui/class-names.ts'
import { type Look, type Piece, piecesOf } from './format.ts'
import { LinkedText } from './linked-text.tsx'

interface Props {
  text: string
  /** On lines of its own. */
  apart?: boolean
  className?: string
  /** Shows words that no sign marks as code. */
  plain?: (words: string) => ReactNode
}

/** Words that lead nowhere, as in a button. */
export const asItIs = (words: string) => words
const linked = (words: string) => <LinkedText text={words} />

/** What was written, as WhatsApp shows it. */
export function FormattedText({ text, apart = false, className, plain = linked }: Props) {
  const pieces = useMemo(() => piecesOf(text), [text])
  return (
    <span
      dir="auto"
      className={cn(
        '[overflow-wrap:anywhere] whitespace-pre-wrap',
        apart && 'mt-1 block',
        className,
      )}
    >
      <Pieces pieces={pieces} plain={plain} />
    </span>
  )
}

interface PiecesProps {
  pieces: Piece[]
  plain: (words: string) => ReactNode
}

/** A text says the same in the same places, so their places are their names. */
function Pieces({ pieces, plain }: PiecesProps) {
  const placed = pieces.map((piece, at) => ({ at, piece }))
  return placed.map(({ at, piece }) => {
    if (typeof piece === 'string') return <Plain key={at}>{plain(piece)}</Plain>
    const { look, inside } = piece
    const isCode = look === 'code' || look === 'block'
    return (
      <Marked key={at} look={look}>
        <Pieces pieces={inside} plain={isCode ? asItIs : plain} />
      </Marked>
    )
  })
}

const Plain = ({ children }: { children: ReactNode }) => children

function Marked({ look, children }: { look: Look; children: ReactNode }) {
  switch (look) {
    case 'bold':
      return <strong className="font-semibold">{children}</strong>
    case 'italic':
      return <em>{children}</em>
    case 'strike':
      return <s>{children}</s>
    case 'code':
      return <code className="rounded bg-canvas/60 px-1 font-mono text-[0.9em]">{children}</code>
    case 'block':
      return (
        <code className="my-0.5 block rounded-md bg-canvas/60 px-2 py-1 font-mono text-[0.9em]">
          {children}
        </code>
      )
    default:
      return look satisfies never
  }
}
