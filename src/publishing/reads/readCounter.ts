import type { IncomingMessage } from 'node:http'
import { SESSION_COOKIE } from '../../people/index.ts'
import type { Group } from '../../platform/group.ts'
import { type Counted, VIA } from '../../platform/cameFrom.ts'
import { contextOf } from '../../platform/installation.ts'
import type { Services } from '../../platform/services.ts'
import { civilDay, span } from '../../platform/time.ts'
import { readableAt } from './readPages.ts'
import { addReads } from './reads.ts'
import { referrerOf } from './referrers.ts'
import { isUnread } from './robots.ts'

const EVERY = 60_000
/** Different pages and referrers a group may have between two writings; what comes on top is not counted. */
const MOST = 5000

/** Never reading matter, and asked for often. Whether anything else is will be seen when the counts are written. */
const APART = /^\/(assets|theme|files|wp-content|office|my|sign-in|healthz|favicon)\b/

interface Noticed {
  /** The plain word its address had, before it was taken off. */
  readonly via?: string | null
  readonly now?: number
}

/**
 * Counts reads of public pages, those answered from the page cache too, in memory, and writes them once a minute and at a
 * clean stop. A program that is killed loses the counts of its last minute, and nothing else. Of a request only the day,
 * the path and the referrer's host are looked at and kept; officers, who are signed in, and robots are not counted.
 */
export class ReadCounter {
  readonly #services: Services
  readonly #days = new Map<string, { readonly day: string; readonly until: number }>()
  #counted = new Map<number, Map<string, number>>()
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> = Promise.resolve()

  constructor(services: Services) {
    this.#services = services
  }

  start(): void {
    this.#timer = setInterval(() => void this.write(), EVERY).unref()
  }

  /** Writes what is left. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.write()
  }

  /**
   * Takes note of an answered request; 304 says that the browser shows the page it has.
   */
  count(
    { method, url = '/', headers }: IncomingMessage,
    status: number,
    { via = null, now = Date.now() }: Noticed = {},
  ): void {
    if (method !== 'GET' || (status !== 200 && status !== 304) || APART.test(url)) return
    if (headers.cookie?.includes(`${SESSION_COOKIE}=`) || isUnread(headers)) return
    const host = headers.host ?? ''
    const group = this.#services.groups.byHost(host)
    if (!group) return
    const [path, day] = [url.split('?', 1)[0]!, this.#day(group, now)]
    this.#add(group.id, `${day} ${referrerOf(headers.referer, host)} ${path}`, 1)
    if (via && readableAt(path)) this.#add(group.id, `${day} ${VIA} ${via}`, 1)
  }

  /** Writes everything counted so far. What cannot be written now is kept for the next time. */
  write(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#writeAll())
    return this.#writing
  }

  async #writeAll(): Promise<void> {
    const counted = this.#counted
    this.#counted = new Map()
    for (const [groupId, counts] of counted) {
      const group = this.#services.groups.byId(groupId)
      if (!group) continue
      try {
        await contextOf(this.#services, group).act((act) =>
          addReads(act, [...counts].flatMap(asRead), [...counts].flatMap(asWord)),
        )
      } catch (error) {
        this.#services.log.fault('reads', error)
        for (const [key, reads] of counts) this.#add(groupId, key, reads)
      }
    }
  }

  #add(groupId: number, key: string, reads: number): void {
    let counts = this.#counted.get(groupId)
    if (!counts) this.#counted.set(groupId, (counts = new Map<string, number>()))
    const before = counts.get(key)
    if (before !== undefined || counts.size < MOST) counts.set(key, (before ?? 0) + reads)
  }

  /** Finding the day in a zone takes longer than serving a kept page. */
  #day({ zone }: Group, now: number): string {
    const known = this.#days.get(zone)
    if (known && now < known.until) return known.day
    const day = civilDay(new Date(now), zone)
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
    this.#days.set(zone, { day, until: span(zone, [year, month, date])[1].getTime() })
    return day
  }
}

/** A request's path has no space, nor has a day or a host (RFC 9112 §3). It begins with a slash, and a word does not. */
function asRead([key, reads]: readonly [string, number]) {
  const [day = '', referrer = '', path = ''] = key.split(' ')
  const readable = readableAt(path)
  return readable ? [{ day, referrer, reads, ...readable }] : []
}

function asWord([key, times]: readonly [string, number]): readonly Counted[] {
  const [day = '', , word = ''] = key.split(' ')
  return word.startsWith('/') ? [] : [{ day, word, what: 'read', times }]
}
