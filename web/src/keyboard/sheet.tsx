import { prefer, usePreferences } from '../preferences.ts'
import { useUser } from '../session.ts'
import { useKeyboardWords } from '../text/keyboard/use-keyboard-words.ts'
import { useText } from '../text/language.ts'
import { Button } from '../ui/button.tsx'
import { Modal } from '../ui/modal.tsx'
import { actionFor } from './actions.ts'
import { Caps } from './caps.tsx'
import { actionNames, groups, shortcutOf } from './shortcuts.ts'

/** Every key there is. */
export function Sheet({ onClose }: { onClose: () => void }) {
  const { close } = useText()
  const words = useKeyboardWords()
  const { keys: single } = usePreferences()
  const { role } = useUser()
  const namesIn = (wanted: string) =>
    actionNames.filter((name) => {
      const { group, keys, who } = shortcutOf(name)
      // A page that is not there for somebody is offered to them nowhere.
      const there = group !== 'go' || actionFor(name) !== undefined
      return group === wanted && keys.length > 0 && there && (!who || who === role)
    })
  return (
    <Modal label={words.sheet} onClose={onClose} className="md:w-[min(60rem,92vw)]!">
      <header className="flex items-center justify-between gap-3 px-1">
        <h2 className="text-lg font-semibold">{words.sheet}</h2>
        <Button size="small" onClick={onClose}>
          {close}
        </Button>
      </header>
      <div className="gap-x-8 px-1 md:columns-2 lg:columns-3">
        {groups.map(
          (group) =>
            namesIn(group).length > 0 && (
              <section key={group} className="mb-4 break-inside-avoid">
                <h3 className="mb-1 text-[13px] font-medium text-muted">{words.group[group]}</h3>
                <dl className="grid gap-1">
                  {namesIn(group).map((name) => (
                    <div key={name} className="flex min-h-7 items-center justify-between gap-3">
                      <dt className="text-sm">{words.action[name]}</dt>
                      <dd className="flex shrink-0 gap-2">
                        {shortcutOf(name).keys.map((keys) => (
                          <Caps key={keys} keys={keys} after={words.after} />
                        ))}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            ),
        )}
      </div>
      <label className="flex min-h-11 items-center gap-2 border-t border-line px-1 pt-2 text-sm">
        <input
          type="checkbox"
          checked={single !== false}
          onChange={({ currentTarget }) => prefer({ keys: currentTarget.checked })}
          className="size-4 accent-accent"
        />
        {words.single}
      </label>
    </Modal>
  )
}
