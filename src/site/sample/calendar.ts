import { DateTime } from 'luxon'
import { momentOf } from '../../platform/time.ts'

/**
 * The sample group's time: its texts keep their season, but all move by whole years, so that the newest one is never in
 * the future and never older than a year.
 */
export class Calendar {
  readonly #years: number
  readonly #zone: string
  readonly now: Date

  constructor(newest: string, { now, zone }: { now: Date; zone: string }) {
    const last = momentOf(newest, zone)
    if (!last) throw new Error(`${newest} is no date.`)
    this.now = now
    this.#zone = zone
    this.#years = Math.floor(DateTime.fromJSDate(now).diff(DateTime.fromJSDate(last), 'years').years)
  }

  /** The moment a local time of the texts stands for. */
  moment(local: string): Date {
    const moment = momentOf(local, this.#zone)
    if (!moment) throw new Error(`${local} is no date.`)
    return DateTime.fromJSDate(moment, { zone: this.#zone }).plus({ years: this.#years }).toJSDate()
  }

  /** So many days before now, or after it. */
  fromNow(days: number): Date {
    return new Date(this.now.getTime() + days * 86_400_000)
  }
}
