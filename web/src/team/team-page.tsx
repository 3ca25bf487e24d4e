import { Pencil, UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { User } from '../../../shared/user.ts'
import { Failed } from '../page/failed.tsx'
import { Page, PageSkeleton } from '../page/page.tsx'
import { useLoaded } from '../page/use-loaded.ts'
import { useUser } from '../session.ts'
import { forgetTeam } from '../team.ts'
import { useText } from '../text/language.ts'
import { useTeamWords } from '../text/team/use-team-words.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Modal } from '../ui/modal.tsx'
import { EditUser } from './edit-user.tsx'
import { NewUser } from './new-user.tsx'
import { PasswordOnce } from './password-once.tsx'
import { type Admitted, listUsers } from './users.ts'

type Open = { new: true } | { userId: string } | { admitted: Admitted }

/** Who works here. For admins. */
export function TeamPage() {
  const text = useText()
  const words = useTeamWords()
  const { value: users, setValue, failure, load } = useLoaded(listUsers)
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)

  function keep(user: User) {
    forgetTeam()
    setValue((known = []) =>
      [...known.filter(({ id }) => id !== user.id), user].sort((a, b) =>
        a.username < b.username ? -1 : 1,
      ),
    )
  }
  function admit(admitted: Admitted) {
    keep(admitted.user)
    setOpen({ admitted })
  }
  return (
    <Page
      title={words.title}
      about={words.about}
      action={
        <Button look="primary" onClick={() => setOpen({ new: true })}>
          <UserPlus aria-hidden className="size-4" />
          {words.add}
        </Button>
      }
    >
      {failure && !users && <Failed code={failure.code} onRetry={load} />}
      {!users && !failure && <PageSkeleton label={text.loading} />}
      {users && <Users users={users} onEdit={(userId) => setOpen({ userId })} />}
      {open && (
        <Modal label={words.title} onClose={close} className="md:w-96 md:backdrop:bg-shade!">
          {'new' in open ? (
            <NewUser onCreated={admit} onCancel={close} />
          ) : 'admitted' in open ? (
            <PasswordOnce admitted={open.admitted} onDone={close} />
          ) : (
            <Edit
              user={users?.find(({ id }) => id === open.userId)}
              onChanged={keep}
              onPassword={admit}
              onClose={close}
            />
          )}
        </Modal>
      )}
    </Page>
  )
}

function Edit({
  user,
  ...props
}: { user: User | undefined } & Omit<Parameters<typeof EditUser>[0], 'user' | 'own'>) {
  const me = useUser()
  return user && <EditUser {...props} user={user} own={user.id === me.id} />
}

function Users({ users, onEdit }: { users: User[]; onEdit: (userId: string) => void }) {
  const text = useText()
  const words = useTeamWords()
  const me = useUser()
  if (users.length === 0) return <p className="p-8 text-center text-muted">{words.none}</p>
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface">
      {users.map(({ id, name, username, role, disabled }) => (
        <li key={id} data-testid="user" className="flex items-center gap-3 px-4 py-2.5">
          <Avatar name={name} className="size-10" />
          <div className="min-w-0 flex-1">
            <p className="truncate font-medium">
              {name} {id === me.id && <span className="text-muted">({words.you})</span>}
            </p>
            <p className="truncate text-[13px] text-muted">@{username}</p>
          </div>
          <div className="flex flex-wrap justify-end gap-1.5">
            {disabled && <Badge tone="warn">{words.off}</Badge>}
            <Badge tone={role === 'admin' ? 'bot' : 'plain'}>{text.role[role]}</Badge>
          </div>
          <IconButton label={words.edit(name)} onClick={() => onEdit(id)}>
            <Pencil className="size-4" />
          </IconButton>
        </li>
      ))}
    </ul>
  )
}
