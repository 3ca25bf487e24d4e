import { type Role, Role as Roles } from '../../../shared/user.ts'
import { useTeamWords } from '../text/team/use-team-words.ts'
import { Select } from '../ui/select.tsx'

interface Props {
  value: Role
  onChange: (role: Role) => void
}

/** What somebody may do, in a few words each. */
export function RoleField({ value, onChange }: Props) {
  const words = useTeamWords()
  return (
    <div className="grid gap-1.5">
      <span aria-hidden className="text-sm font-medium">
        {words.role}
      </span>
      <Select
        label={words.role}
        value={value}
        options={Roles.options
          .toReversed()
          .map((role) => ({ value: role, label: words.roles[role] }))}
        onChange={onChange}
      />
    </div>
  )
}
