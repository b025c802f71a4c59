import { ago, day, dayAndTime, longDay, longDayAndTime, time } from './words.ts'

const forms = { day, longDay, time, dayAndTime, longDayAndTime }

interface TimeProps {
  at: Date
  zone: string
  as?: keyof typeof forms
}

/** A moment in words, with the moment itself for machines. */
export const Time = ({ at, zone, as = 'day' }: TimeProps) => (
  <time datetime={at.toISOString()}>{forms[as](at, zone)}</time>
)

/** "3 hours ago", with the full date in the title. */
export const Ago = ({ at, now, zone }: { at: Date; now: Date; zone: string }) => (
  <time datetime={at.toISOString()} title={longDayAndTime(at, zone)}>
    {ago(at, now, zone)}
  </time>
)
