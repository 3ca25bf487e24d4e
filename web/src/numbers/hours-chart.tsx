import { scaleBand, scaleLinear } from 'd3-scale'
import { stack } from 'd3-shape'
import { type Numbers, type Sides, sides } from '../../../shared/numbers.ts'
import { useText } from '../text/language.ts'
import { cn } from '../ui/class-names.ts'
import { fills, sum } from './sides.ts'
import { clockIn, count } from './time.ts'

interface Props {
  hours: Numbers['hours']
  timeZone: string
  /** What a pointer that rests on an hour is told. */
  tell: (hour: string, count: string) => string
  onHour: (at: string) => void
}

const height = 180
const [top, bottom] = [10, 22]

/**
 * Who wrote how much in each hour, one upon the other. A picture for eyes and pointers: all that it says and
 * does, the table below it does for everybody.
 */
export function HoursChart({ hours, timeZone, tell, onHour }: Props) {
  const text = useText()
  const x = scaleBand(
    hours.map(({ at }) => at),
    [7, 100],
  ).paddingInner(0.25)
  const most = Math.max(4, ...hours.map(({ messages }) => sum(messages)))
  const y = scaleLinear([0, most], [height - bottom, top]).nice(4)
  const layers = stack<Sides>().keys(sides)(hours.map(({ messages }) => messages))
  const [width, step] = [x.bandwidth(), x.step()]
  return (
    <svg aria-hidden data-testid="hours" width="100%" height={height} className="select-none">
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line x1="7%" x2="100%" y1={y(tick)} y2={y(tick)} className="stroke-line" />
          <text x="5.5%" y={y(tick) + 4} textAnchor="end" className="fill-muted text-[11px]">
            {count(tick, text)}
          </text>
        </g>
      ))}
      {hours.map(({ at, messages }, index) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the table below has a button for each hour
        <g
          key={at}
          data-testid="hour"
          className={cn(sum(messages) > 0 && 'cursor-pointer', 'group/hour')}
          onClick={() => sum(messages) > 0 && onHour(at)}
        >
          <title>{tell(clockIn(at, timeZone, text), count(sum(messages), text))}</title>
          <rect
            x={`${(x(at) ?? 0) - (step - width) / 2}%`}
            width={`${step}%`}
            y={0}
            height={height - bottom}
            className="fill-transparent group-hover/hour:fill-hover"
          />
          {layers.map(({ key, [index]: layer }) => {
            const [low = 0, high = 0] = layer ?? []
            return (
              <rect
                key={key}
                x={`${x(at)}%`}
                width={`${width}%`}
                y={y(high)}
                height={y(low) - y(high)}
                className={fills[key as keyof Sides]}
              />
            )
          })}
          {index % 3 === 0 && (
            <text
              x={`${(x(at) ?? 0) + width / 2}%`}
              y={height - 6}
              textAnchor="middle"
              className={cn('fill-muted text-[11px]', index % 6 !== 0 && 'max-md:hidden')}
            >
              {clockIn(at, timeZone, text)}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}
