import { type FormEvent, useState } from 'react'
import { type Canned, Shortcut } from '../../../../../shared/canned.ts'
import { textLimit } from '../../../../../shared/message.ts'
import { useComposerWords } from '../../../text/composer/use-composer-words.ts'
import { useText } from '../../../text/language.ts'
import { wordsFor } from '../../../text/problem.ts'
import { Button } from '../../../ui/button.tsx'
import { AreaField, Field } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useAttempt } from '../../use-attempt.ts'
import { putCanned } from './canned.ts'
import { unknownIn } from './fill.ts'
import { useFilled } from './use-say.ts'

/** One prepared reply, and what a customer would read. */
export function CannedForm({ canned, onDone }: { canned: Canned; onDone: () => void }) {
  const text = useText()
  const words = useComposerWords()
  const { attempt, busy, failure } = useAttempt()
  const [shortcut, setShortcut] = useState(canned.shortcut)
  const [said, setSaid] = useState(canned.text)
  const isShortcut = Shortcut.safeParse(shortcut).success
  const { sample } = words.canned
  const say = useFilled(sample.name, sample.agent)
  const [unknown] = unknownIn(said)

  async function save(event: FormEvent) {
    event.preventDefault()
    if (await attempt(() => putCanned({ id: canned.id, shortcut, text: said }))) onDone()
  }
  return (
    <form onSubmit={save} className="grid gap-3 px-1">
      <Field
        label={words.canned.shortcut}
        hint={shortcut && !isShortcut ? words.canned.wrongShortcut : words.canned.shortcutHint}
        data-testid="canned-shortcut"
        autoComplete="off"
        autoCapitalize="none"
        maxLength={32}
        autoFocus
        value={shortcut}
        onChange={(event) => setShortcut(event.target.value.replace(/^\//, ''))}
      />
      <AreaField
        label={words.canned.text}
        hint={words.canned.textHint}
        data-testid="canned-text"
        rows={5}
        maxLength={textLimit}
        value={said}
        onChange={(event) => setSaid(event.target.value)}
      />
      {unknown && <p className="text-[13px] text-warn">{words.canned.unknown(unknown)}</p>}
      {said.trim() && (
        <div className="grid gap-1">
          <p className="text-sm font-medium">{words.canned.preview}</p>
          <p className="rounded-xl bg-ours px-3 py-2 text-[15px] [overflow-wrap:anywhere] whitespace-pre-wrap">
            {say(said)}
          </p>
        </div>
      )}
      {failure && (
        <Notice>
          {failure.code === 'shortcut_taken' ? words.canned.taken : wordsFor(failure.code, text)}
        </Notice>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>{text.cancel}</Button>
        <Button
          type="submit"
          look="primary"
          data-testid="canned-save"
          disabled={busy || !isShortcut || !said.trim()}
        >
          {text.save}
        </Button>
      </div>
    </form>
  )
}
