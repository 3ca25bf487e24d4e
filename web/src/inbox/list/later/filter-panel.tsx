import { useLocation } from 'wouter'
import { ChatMode } from '../../../../../shared/chat.ts'
import { hrefOf, usePlace } from '../../../place.ts'
import { useUser } from '../../../session.ts'
import { useChannels } from '../../../sidebar/counts.ts'
import { useTeam } from '../../../team.ts'
import { useText } from '../../../text/language.ts'
import { useListWords } from '../../../text/list/use-list-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Modal } from '../../../ui/modal.tsx'
import { Select } from '../../../ui/select.tsx'
import { type Filter, narrowed, unfiltered } from '../../filter.ts'

interface Props {
  at: Element | null
  onClose: () => void
}

/** What the list shows, and in which order; each choice holds at once. */
export function FilterPanel({ at, onClose }: Props) {
  const text = useText()
  const { filter: words } = useListWords()
  const me = useUser()
  const { users } = useTeam()
  const place = usePlace()
  const [, navigate] = useLocation()
  const { filter } = place
  const channels = useChannels(filter.channel)
  const to = (next: Filter) => navigate(hrefOf({ ...place, filter: next }), { replace: true })
  const set = (change: Partial<Filter>) => to({ ...filter, ...change })
  const people = users.map(({ id, name }) => ({
    value: id,
    label: id === me.id ? words.me(name) : name,
  }))
  const known = !filter.assignee || ['none', ...users.map(({ id }) => id)].includes(filter.assignee)

  return (
    <Modal label={text.list.filter} at={at} onClose={onClose}>
      <div className="grid gap-3" data-testid="filters">
        <Choice label={words.sort}>
          <Select
            label={words.sort}
            value={filter.sort ?? 'newest'}
            options={[
              { value: 'newest', label: words.newest },
              { value: 'waiting', label: words.longest },
            ]}
            onChange={(value) => set({ sort: value === 'waiting' ? value : undefined })}
          />
        </Choice>
        <Choice label={words.mode}>
          <Select
            label={words.mode}
            value={filter.mode ?? 'any'}
            options={(['any', ...ChatMode.options] as const).map((value) => ({
              value,
              label: value === 'any' ? words.anyMode : text.mode[value],
            }))}
            onChange={(value) => set({ mode: value === 'any' ? undefined : value })}
          />
        </Choice>
        <Choice label={words.channel}>
          <Select
            label={words.channel}
            value={filter.channel ?? 'any'}
            options={(['any', ...channels] as const).map((value) => ({
              value,
              label: value === 'any' ? words.anyChannel : text.channel[value],
            }))}
            onChange={(value) => set({ channel: value === 'any' ? undefined : value })}
          />
        </Choice>
        <Choice label={words.whose}>
          <Select
            label={words.whose}
            value={filter.assignee ?? 'any'}
            options={[
              { value: 'any', label: words.anybody },
              { value: 'none', label: words.nobody },
              ...people,
              ...(known ? [] : [{ value: filter.assignee ?? '', label: words.somebody }]),
            ]}
            onChange={(value) => set({ assignee: value === 'any' ? undefined : value })}
          />
        </Choice>
        <div className="grid px-1">
          <Checkbox
            label={words.unread}
            checked={filter.unread === 'true'}
            onChange={(is) => set({ unread: is ? 'true' : undefined })}
          />
          <Checkbox
            label={words.unanswered}
            checked={filter.unanswered === 'true'}
            onChange={(is) => set({ unanswered: is ? 'true' : undefined })}
          />
        </div>
        <div className="flex justify-end gap-2">
          {narrowed(filter) > 0 && (
            <Button look="quiet" onClick={() => to({ ...unfiltered(filter), q: filter.q })}>
              {words.clear}
            </Button>
          )}
          <Button onClick={onClose}>{words.done}</Button>
        </div>
      </div>
    </Modal>
  )
}

const Choice = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <div className="grid grid-cols-[6.5rem_1fr] items-center gap-2">
    <span aria-hidden className="pl-1 text-sm font-medium">
      {label}
    </span>
    {children}
  </div>
)
