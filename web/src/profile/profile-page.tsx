import { LanguageSwitch } from '../language-switch.tsx'
import { Page } from '../page/page.tsx'
import { Part } from '../page/part.tsx'
import { useUser } from '../session.ts'
import { ThemeSwitch } from '../sidebar/theme-switch.tsx'
import { useText } from '../text/language.ts'
import { useProfileWords } from '../text/profile/use-profile-words.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Attention } from './attention.tsx'
import { PasswordForm } from './password-form.tsx'

/** Who one is here, and what one likes. */
export function ProfilePage() {
  const text = useText()
  const words = useProfileWords()
  const user = useUser()
  return (
    <Page title={words.title} about={words.about}>
      <Part title={words.you}>
        <div className="flex items-center gap-4">
          <Avatar name={user.name} className="size-14 text-lg" />
          <div className="min-w-0">
            <p className="font-medium [overflow-wrap:anywhere]">{user.name}</p>
            <p className="text-sm text-muted [overflow-wrap:anywhere]">
              @{user.username} · {text.role[user.role]}
            </p>
          </div>
        </div>
        <p className="text-[13px] text-muted">{words.nameHint}</p>
      </Part>
      <Part title={words.looks}>
        <div className="grid max-w-sm gap-3">
          <LanguageSwitch className="*:flex-1" />
          <ThemeSwitch />
        </div>
      </Part>
      <Attention />
      <PasswordForm />
    </Page>
  )
}
