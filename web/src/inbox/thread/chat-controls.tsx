import { ChevronDown, UserRound } from 'lucide-react'
import { type Chat, ChatMode } from '../../../../shared/chat.ts'
import { useUser } from '../../session.ts'
import { useNameOf, useTeam } from '../../team.ts'
import { useText } from '../../text/language.ts'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { assign, claim, setMode } from '../chat-actions.ts'

interface Props {
  chat: Chat
  busy: boolean
  attempt: (action: () => Promise<void>) => Promise<boolean>
}

/** Take, assign, release, and who answers. */
export function ChatControls({ chat, busy, attempt }: Props) {
  const text = useText()
  const user = useUser()
  const { id, mode, assigneeId } = chat
  return (
    <div className="flex items-center gap-2">
      {assigneeId === null && (
        <Button
          look="primary"
          size="small"
          disabled={busy}
          onClick={() => attempt(() => claim(id, user.id))}
        >
          {text.chat.take}
        </Button>
      )}
      {user.role === 'admin' ? (
        <AssignMenu chat={chat} busy={busy} attempt={attempt} />
      ) : (
        assigneeId === user.id && (
          <Button
            size="small"
            disabled={busy}
            onClick={() => attempt(() => assign(id, null, user.id))}
          >
            {text.chat.release}
          </Button>
        )
      )}
      <Menu
        label={text.chat.mode(text.mode[mode])}
        value={mode}
        disabled={busy}
        choices={ChatMode.options.map((value) => ({
          value,
          label: text.mode[value],
          hint: text.modeHint[value],
        }))}
        onChoose={(chosen) => attempt(() => setMode(id, chosen))}
      >
        {text.mode[mode]}
        <ChevronDown aria-hidden className="size-4 text-muted" />
      </Menu>
    </div>
  )
}

function AssignMenu({ chat: { id, assigneeId }, busy, attempt }: Props) {
  const { chat } = useText()
  const user = useUser()
  const { users, load } = useTeam()
  const known = useNameOf(assigneeId)
  const name = assigneeId === null ? chat.nobody : (known ?? chat.somebody)
  return (
    <Menu<string | null>
      label={assigneeId === null ? chat.assign : chat.assignedTo(name)}
      value={assigneeId}
      disabled={busy}
      choices={[
        { value: null, label: chat.nobody },
        ...users.map((member) => ({
          value: member.id,
          label: member.id === user.id ? `${member.name} (${chat.you})` : member.name,
        })),
      ]}
      onOpen={load}
      onChoose={(chosen) => attempt(() => assign(id, chosen, assigneeId))}
    >
      <UserRound aria-hidden className="size-4 text-muted" />
      <span className="max-w-28 truncate">{assigneeId === null ? chat.assign : name}</span>
      <ChevronDown aria-hidden className="size-4 text-muted" />
    </Menu>
  )
}
