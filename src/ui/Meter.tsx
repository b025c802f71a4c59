import { classes } from './classes.ts'
import type { Child } from './jsx/child.ts'
import { meterTone } from './meterTone.ts'

interface MeterProps {
  value: number
  max: number
  /** What the bar shows, in words: "1,842 of 2,000 words". The words carry the meaning. */
  children: Child
  /** The most there may be: amber from 95%, red past the end. Otherwise the end is a goal. */
  limit?: boolean
  /** At the other end of the line, such as "78%". */
  aside?: Child
}

export function Meter({ value, max, children, limit, aside }: MeterProps) {
  const share = max > 0 ? value / max : 0
  const tone = limit ? meterTone(share) : undefined
  return (
    <div class="meter-box">
      <div class={classes('meter-words', tone === 'over' && 'over')}>
        <span>{children}</span>
        {aside && <span class="meta">{aside}</span>}
      </div>
      <svg class={classes('meter', tone)} aria-hidden="true" focusable="false">
        <rect width={`${Math.round(Math.min(Math.max(share, 0), 1) * 100)}%`} height="100%" rx="4" />
      </svg>
    </div>
  )
}
