import { DateTile } from './DateTile.tsx'
import { Icon } from './Icon.tsx'
import { Unseen } from './Unseen.tsx'

export interface EventItem {
  title: string
  href: string
  at: Date
  /** "Thursday, 7pm to 8.30pm. Online and in Shrewsbury" */
  when: string
  note?: string | undefined
  /** An iCalendar file of this event. */
  calendarHref?: string | undefined
}

export const EventList = ({ events, zone }: { events: readonly EventItem[]; zone: string }) => (
  <ul class="events" role="list">
    {events.map((event) => (
      <li>
        <DateTile at={event.at} zone={zone} />
        <div>
          <a href={event.href}>{event.title}</a>
          <p>{event.when}</p>
          {event.note && <p class="meta">{event.note}</p>}
          {event.calendarHref && (
            <p class="meta">
              <Icon name="calendar" />{' '}
              <a href={event.calendarHref}>
                Add to your calendar<Unseen>: {event.title}</Unseen>
              </a>
            </p>
          )}
        </div>
      </li>
    ))}
  </ul>
)
