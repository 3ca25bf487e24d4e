import { ChartColumn } from 'lucide-react'
import { useState } from 'react'
import type { Numbers } from '../../../shared/numbers.ts'
import { Failed } from '../page/failed.tsx'
import { Page, PageSkeleton } from '../page/page.tsx'
import { usePlace } from '../place.ts'
import { useText } from '../text/language.ts'
import { useNumbersWords } from '../text/numbers/use-numbers-words.ts'
import { AgentsPart } from './agents-part.tsx'
import { DayPicker } from './day-picker.tsx'
import { MessagesPart } from './messages-part.tsx'
import { NowPart } from './now-part.tsx'
import { useNumbers } from './numbers.ts'
import { type Opened, RowsPanel } from './rows-panel.tsx'
import { TimesPart } from './times-part.tsx'

/** What happened on a day, and how it is now; each number opens what is behind it. For admins. */
export function NumbersPage() {
  const text = useText()
  const words = useNumbersWords()
  const { day } = usePlace()
  const { numbers, failure, load } = useNumbers(day)
  const [opened, setOpened] = useState<Opened>()
  return (
    <Page
      title={words.title}
      about={numbers && words.about(placeOf(numbers.timeZone))}
      action={<DayPicker day={day ?? numbers?.day} today={numbers?.today} />}
    >
      {failure && !numbers && <Failed code={failure.code} onRetry={load} />}
      {!numbers && !failure && <PageSkeleton label={text.loading} />}
      {numbers && (
        <>
          <NowPart numbers={numbers} onOpen={setOpened} />
          {numbers.chats.active === 0 && numbers.response.count === 0 ? (
            <Nothing numbers={numbers} />
          ) : (
            <>
              <TimesPart numbers={numbers} onOpen={setOpened} />
              <MessagesPart numbers={numbers} onOpen={setOpened} />
              {numbers.agents.length > 0 && <AgentsPart numbers={numbers} onOpen={setOpened} />}
            </>
          )}
        </>
      )}
      {opened && numbers && (
        <RowsPanel {...opened} timeZone={numbers.timeZone} onClose={() => setOpened(undefined)} />
      )}
    </Page>
  )
}

/** "Asia/Jakarta" is Jakarta to people. */
const placeOf = (timeZone: string) => (timeZone.split('/').at(-1) ?? '').replaceAll('_', ' ')

function Nothing({ numbers: { day, today } }: { numbers: Numbers }) {
  const words = useNumbersWords()
  const isToday = day === today
  return (
    <div
      data-testid="no-numbers"
      className="grid justify-items-center gap-2 rounded-2xl border border-line bg-surface p-10 text-center"
    >
      <ChartColumn aria-hidden className="size-8 text-muted" />
      <p className="font-medium">{isToday ? words.emptyToday : words.empty}</p>
      <p className="text-sm text-muted">{isToday ? words.emptyTodayAbout : words.emptyAbout}</p>
    </div>
  )
}
