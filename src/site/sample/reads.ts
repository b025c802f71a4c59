import { civilDay } from '../../platform/time.ts'
import type { Act } from '../../platform/act.ts'
import { addReads, type Read } from '../../publishing/index.ts'
import type { Made } from './entries.ts'

const DAY = 86_400_000
const DAYS = 400
/** The newest are read most, and those who search find "how to". */
const KEYS = [
  'four-summers',
  'good-neighbour-agreement',
  'bathing-waters',
  'how-to-read-a-river',
  'take-part',
  'testing',
]
const REFERRERS = ['', '', '', 'search.example', 'anglers.example', 'marstow-herald.example', 'rowing.example']

/** A year and a bit of made-up reads, the same each time, with quiet Sundays and a summer. */
export async function addSampleReads(act: Act, now: Date, made: Made): Promise<void> {
  const pages = KEYS.flatMap((key) => {
    const entry = made.get(key)
    return entry?.path ? [{ path: entry.path, from: entry.at.getTime() }] : []
  })
  const reads: Read[] = []
  for (let ago = DAYS; ago >= 0; ago -= 1) {
    const moment = new Date(now.getTime() - ago * DAY)
    const day = civilDay(moment, act.group.zone)
    const weather = moment.getUTCDay() === 0 ? 0.5 : 1 + Math.sin(((moment.getUTCMonth() - 3) / 6) * Math.PI) / 2
    const referrer = REFERRERS[ago % REFERRERS.length]!
    reads.push({ day, referrer: '', reads: Math.ceil(weather * (9 + (ago % 5))), list: '/', paths: [] })
    for (const [index, { path, from }] of pages.entries()) {
      if (moment.getTime() < from) continue
      const count = Math.round((weather * (11 + ((ago * (index + 3)) % 7))) / (index + 2))
      if (count > 0) reads.push({ day, referrer, reads: count, list: null, paths: [path] })
    }
  }
  await addReads(act, reads)
}
