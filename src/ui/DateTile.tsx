import { Unseen } from './Unseen.tsx'
import { longDay, monthName } from './words.ts'

/** Month and day on a small tile. */
export function DateTile({ at, zone }: { at: Date; zone: string }) {
  const [year, month, day] = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at).split('-')
  return (
    <time class="date" datetime={`${year}-${month}-${day}`}>
      <span aria-hidden="true">{monthName(Number(month)).slice(0, 3)}</span>
      <b aria-hidden="true">{Number(day)}</b>
      <Unseen>{longDay(at, zone)}</Unseen>
    </time>
  )
}
