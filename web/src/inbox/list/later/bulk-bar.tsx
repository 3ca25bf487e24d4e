import { CircleCheck, UserRoundPlus, X } from 'lucide-react'
import type { Chat } from '../../../../../shared/chat.ts'
import { useUser } from '../../../session.ts'
import { useTeam } from '../../../team.ts'
import { useText } from '../../../text/language.ts'
import { useListWords } from '../../../text/list/use-list-words.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { assignAll, closeAll } from './bulk.ts'
import { selectAll, stopSelecting, useSelection } from './selection.ts'

/** What can be done with the chats that are selected. */
export function BulkBar({ chats }: { chats: Chat[] }) {
  const text = useText()
  const { bulk: words } = useListWords()
  const me = useUser()
  const { users, load } = useTeam()
  const ids = useSelection((it) => it.ids) ?? {}
  const chosen = chats.filter(({ id }) => ids[id])
  const people = [{ id: null, name: text.chat.nobody }, ...users]

  return (
    <section
      aria-label={words.label}
      data-testid="bulk-bar"
      className="mx-3 mb-2 grid gap-2 rounded-xl border border-line bg-raised p-2"
      onKeyDown={({ key }) => key === 'Escape' && stopSelecting()}
    >
      <div className="flex items-center gap-2">
        <p role="status" className="min-w-0 flex-1 truncate pl-1 text-sm font-medium">
          {words.selected(chosen.length)}
        </p>
        {chosen.length < chats.length && (
          <Button size="small" look="quiet" onClick={() => selectAll(chats.map(({ id }) => id))}>
            {words.all}
          </Button>
        )}
        <IconButton label={words.stop} onClick={stopSelecting}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Menu<string | null>
          label={words.assign}
          value=""
          choices={people.map(({ id, name }) => ({
            value: id,
            label: id === me.id ? `${name} (${text.chat.you})` : name,
          }))}
          onOpen={load}
          onChoose={(id) =>
            void assignAll(chosen, { id, name: people.find((one) => one.id === id)?.name ?? '' })
          }
        >
          <UserRoundPlus aria-hidden className="size-4" />
          {words.assign}
        </Menu>
        <Button size="small" onClick={() => void closeAll(chosen)}>
          <CircleCheck aria-hidden className="size-4" />
          {words.close}
        </Button>
      </div>
    </section>
  )
}
