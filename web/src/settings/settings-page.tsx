import type { BotTextsPatch } from '../../../shared/answering/texts.ts'
import { contract } from '../../../shared/contract.ts'
import type { Settings } from '../../../shared/settings.ts'
import { call } from '../api.ts'
import { Failed } from '../page/failed.tsx'
import { Page, PageSkeleton } from '../page/page.tsx'
import { useLoaded } from '../page/use-loaded.ts'
import { useText } from '../text/language.ts'
import { useSettingsWords } from '../text/settings/use-settings-words.ts'
import { BotPart } from './bot-part.tsx'
import { HoursPart } from './hours-part.tsx'
import { ShopPart } from './shop-part.tsx'

async function ask() {
  const [settings, bot] = await Promise.all([
    call(contract.settings, {}),
    call(contract.botTexts, {}),
  ])
  return { settings, bot }
}

/** What the shop decides. For admins. */
export function SettingsPage() {
  const text = useText()
  const words = useSettingsWords()
  const { value, setValue, failure, load } = useLoaded(ask)

  async function change(fields: Partial<Settings>) {
    const settings = await call(contract.changeSettings, fields)
    setValue((known) => known && { ...known, settings })
  }
  async function changeBot(patch: BotTextsPatch) {
    const texts = await call(contract.changeBotTexts, patch)
    setValue((known) => known && { ...known, bot: { ...known.bot, texts } })
  }
  return (
    <Page title={words.title} about={words.about}>
      {failure && !value && <Failed code={failure.code} onRetry={load} />}
      {!value && !failure && <PageSkeleton label={text.loading} />}
      {value && (
        <>
          <ShopPart settings={value.settings} onChange={change} />
          <HoursPart settings={value.settings} onChange={change} />
          <BotPart {...value.bot} change={changeBot} language={value.settings.language} />
        </>
      )}
    </Page>
  )
}
