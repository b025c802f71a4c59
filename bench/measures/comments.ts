import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inChild } from '../children.ts'
import { get, pathLike, type Place } from '../place.ts'
import type { Plan } from '../plan.ts'
import { processorTime } from '../processes.ts'
import type { Figure } from '../table.ts'

const HOST = 'fifty.localhost'
const PER_SECOND = 50

/** Comments from fifty readers a second, each confirmed by nobody yet, while pages are read; letters are written meanwhile. */
export async function comments(place: Place, { commentingSeconds: seconds }: Plan): Promise<Figure[]> {
  const path = await pathLike(place, HOST, /^\/\d{4}\/\d\d\/\d\d\/./)
  const { body } = await get(place, { host: HOST, path })
  const action = /action="(\/comments\/on\/[0-9a-f-]{36})"/.exec(body.toString())?.[1]
  if (!action) throw new Error(`${path} takes no comments.`)
  const load = { port: place.port, host: HOST, path, action, perSecond: PER_SECOND }
  const there = (await outbox(place)).length
  const warm = await inChild('comments', { ...load, seconds: 1 })
  await letters(place, there + warm.answer.accepted)
  const before = processorTime(place.pids())
  const { answer } = await inChild('comments', { ...load, seconds, from: PER_SECOND })
  const since = performance.now()
  await letters(place, there + warm.answer.accepted + answer.accepted)
  const behind = (performance.now() - since) / 1000
  const cost = (processorTime(place.pids()) - before) / Math.max(1, answer.accepted)
  const { accepted, refused, pages, pagesFailed } = answer
  const took = pages.toSorted((a, b) => a - b)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? null
  return [
    {
      name: 'Comments accepted a second',
      value: accepted / seconds,
      unit: 'comments',
      target: PER_SECOND,
      least: true,
      note: `${accepted} in ${seconds} s, ${refused} refused; the last answer after ${answer.seconds.toFixed(1)} s`,
      raw: answer,
    },
    { name: 'A comment, with its letter: CPU', value: cost, unit: 'ms', note: 'the pages read meanwhile counted in' },
    { name: 'The last letter after the last comment', value: behind, unit: 's' },
    { name: 'A page meanwhile, middle', value: at(0.5), unit: 'ms', note: `${took.length} read` },
    { name: 'A page meanwhile, slowest of a hundred', value: at(0.99), unit: 'ms' },
    { name: 'Pages not served meanwhile', value: pagesFailed, unit: 'pages', target: 0 },
  ]
}

const LONGEST_WAIT = 10 * 60_000

/** Waits until so many letters lie in the outbox: no mail server is set here, so each becomes a file. */
async function letters(place: Place, count: number): Promise<void> {
  for (const limit = Date.now() + LONGEST_WAIT; (await outbox(place)).length < count; await sleep(100))
    if (Date.now() > limit) throw new Error(`${count} letters were not written within ten minutes.`)
}

async function outbox({ dataDir }: Place): Promise<readonly string[]> {
  const names = await readdir(join(dataDir, 'outbox')).catch(() => [])
  return names.filter((name) => name.endsWith('.eml'))
}
