import { ArrowUp, ChevronRight, Plus, Trash2 } from 'lucide-react'
import type { Prepared } from '../../../shared/answering/texts.ts'
import { useSettingsWords } from '../text/settings/use-settings-words.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { ReplyFields } from './reply-fields.tsx'

interface Props {
  value: Prepared[]
  problemOf: (path: string) => string | undefined
  onChange: (value: Prepared[]) => void
}

/** The prepared answers in their order: the first one that fits is said. */
export function CannedFields({ value, problemOf, onChange }: Props) {
  const { bot } = useSettingsWords()
  const replace = (index: number, ...next: Prepared[]) =>
    onChange(value.toSpliced(index, 1, ...next))
  const empty = (): Prepared => ({
    name: bot.fresh,
    keywords: { id: [], en: [] },
    text: { id: '', en: '' },
  })
  const moveUp = (index: number) => {
    const [moved] = value.slice(index, index + 1)
    if (moved) onChange(value.toSpliced(index, 1).toSpliced(index - 1, 0, moved))
  }
  return (
    <>
      <ol className="grid grid-cols-1 gap-2">
        {value.map((answer, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: an answer has no id but its place
            key={index}
            className="flex items-start gap-1 rounded-xl border border-line has-aria-invalid:border-danger"
          >
            <details
              className="group/answer min-w-0 flex-1"
              open={problemOf(`${index}`) ? true : undefined}
            >
              <summary className="flex min-h-11 cursor-pointer items-center gap-2 px-3 text-sm">
                <ChevronRight
                  aria-hidden
                  className="size-4 shrink-0 text-muted group-open/answer:rotate-90"
                />
                <span className="shrink-0 font-medium">{answer.name}</span>
                <span className="truncate text-muted">{answer.text.id}</span>
              </summary>
              <div className="grid gap-3 p-3 pt-1">
                <Field
                  label={bot.name}
                  hint={bot.nameHint}
                  value={answer.name}
                  maxLength={60}
                  problem={problemOf(`${index}.name`)}
                  onChange={({ target }) => replace(index, { ...answer, name: target.value })}
                />
                <ReplyFields
                  value={answer}
                  problemOf={(path) => problemOf(`${index}.${path}`)}
                  onChange={(reply) => replace(index, { ...answer, ...reply })}
                />
                <Button
                  size="small"
                  look="quiet"
                  className="justify-self-start"
                  onClick={() => replace(index)}
                >
                  <Trash2 aria-hidden className="size-3.5" />
                  {bot.remove}
                </Button>
              </div>
            </details>
            <IconButton
              label={bot.up(answer.name)}
              disabled={index === 0}
              onClick={() => moveUp(index)}
              className="my-1 mr-1"
            >
              <ArrowUp className="size-4" />
            </IconButton>
          </li>
        ))}
      </ol>
      <Button
        size="small"
        className="justify-self-start"
        onClick={() => onChange([...value, empty()])}
      >
        <Plus aria-hidden className="size-4" />
        {bot.add}
      </Button>
    </>
  )
}
