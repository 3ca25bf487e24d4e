import type { Health } from '../../../shared/health.ts'
import { CheckChannel } from '../inbox/check-channel.tsx'
import { useHealthWords } from '../text/health/use-health-words.ts'
import { useText } from '../text/language.ts'
import { clock, moment } from '../text/time.ts'
import { Advice, Part } from './part.tsx'
import { Technical } from './technical.tsx'

type Way = 'scan' | 'link' | 'pay' | 'token' | 'wait'

/** What helps, by the provider's word. */
function wayOf({ code, qr }: Health['channel']): Way {
  if (qr) return 'scan'
  if (code === '402') return 'pay'
  if (['QR', '401', 'LOGOUT', 'logout'].includes(code)) return 'link'
  return code === '404' || /not found|token/i.test(code) ? 'token' : 'wait'
}

/** Can WhatsApp be reached, and does it tell us everything; if not, how to get there. */
export function ChannelPart({ channel, settings }: Pick<Health, 'channel' | 'settings'>) {
  const text = useText()
  const { channel: words } = useHealthWords()
  const { state, code, since, checkedAt, qr } = channel
  const lost = state === 'disconnected'
  const drift = settings?.drift ?? []
  const old = qr !== undefined && Date.parse(qr.expiresAt) < Date.now()
  return (
    <Part title={words.title} {...(state !== 'unknown' && { well: !lost && drift.length === 0 })}>
      <p className="text-sm">
        {state === 'unknown' && checkedAt ? words.unanswered : words[state]}{' '}
        {since && words.since(moment(since, text))}{' '}
        {checkedAt && words.checked(moment(checkedAt, text))}
      </p>
      {lost && <Advice>{words.advice[wayOf(channel)]}</Advice>}
      {lost && <CheckChannel className="text-[13px]" />}
      {lost && qr?.image.startsWith('data:image/') && (
        <figure className="grid justify-items-start gap-1.5">
          {/* A phone reads dark on light only. */}
          <img
            src={qr.image}
            alt={words.qr}
            data-old={old}
            className="size-56 rounded-lg bg-[#ffffff] p-2 data-[old=true]:opacity-20"
          />
          <figcaption className="text-[13px] text-muted">
            {old ? words.qrOld : words.qrUntil(clock(qr.expiresAt, text))}
          </figcaption>
        </figure>
      )}
      {settings && drift.length > 0 && (
        <>
          <Advice>
            {drift.includes('no webhook') ? words.unheard : words.drift}{' '}
            {words.checked(moment(settings.checkedAt, text))}
          </Advice>
          <p className="text-sm">{words.mend}</p>
        </>
      )}
      {((code && state !== 'connected') || drift.length > 0) && (
        <Technical>
          {code && state !== 'connected' && <p>{words.code(code)}</p>}
          {drift.length > 0 && <p>{drift.join(', ')}</p>}
        </Technical>
      )}
    </Part>
  )
}
