import { setTimeout as sleep } from 'node:timers/promises'
import type { GroupContext } from '../../src/platform/slice.ts'
import { inChild } from '../children.ts'
import { get, pathLike, type Place } from '../place.ts'
import type { Plan } from '../plan.ts'
import { decidedLetter, openPost, type Post, sentSoFar, wordsOf } from '../post.ts'
import type { Figure } from '../table.ts'

/** As it was seen: 584 readers, 50,000 requests in 23 minutes, 200 a second at most; ten times as fast here. */
const [READERS, PEAK, POSTS] = [584, 2000, 23]

/** Those who have a letter open it, while it still goes out to others: to as many as there are requests, so that it goes on. */
export async function herd(around: Place, { herdRequests: requests }: Plan): Promise<Figure[]> {
  const post = await openPost(around, { name: 'herd', port: 4187 })
  try {
    const context = await post.group('herd', Math.max(requests, READERS), POSTS)
    return await opened(post, context, requests)
  } finally {
    await post.close()
  }
}

async function opened({ place }: Post, context: GroupContext, requests: number): Promise<Figure[]> {
  const host = `${context.group.slug}.localhost`
  const id = await decidedLetter(context)
  while (!(await sentSoFar(context, id))) await sleep(20)
  const paths = await pathsOf(place, { host, slug: (await wordsOf(context, id)).slug })
  const [sent, since] = [await sentSoFar(context, id), performance.now()]
  const load = { port: place.port, host, paths, readers: READERS, requests, peak: PEAK }
  const { errors, seconds, took } = (await inChild('herd', load)).answer
  const [went, passed] = [(await sentSoFar(context, id)) - sent, (performance.now() - since) / 1000]
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null
  const note = `${seconds.toFixed(0)} s, ${PEAK} a second at first; ${(went / passed).toFixed(0)} letters a second meanwhile`
  return [
    { name: `${requests} requests of ${READERS} readers: errors`, value: errors, unit: 'errors', target: 0, note },
    { name: 'An answer, middle', value: at(0.5), unit: 'ms' },
    { name: 'An answer, slowest of twenty', value: at(0.95), unit: 'ms' },
    { name: 'An answer, slowest of a hundred', value: at(0.99), unit: 'ms' },
  ]
}

/** The letter's page and what it leads to, with its plain word; then what these pages bring along. */
async function pathsOf(place: Place, { host, slug }: { host: string; slug: string }): Promise<readonly string[]> {
  const article = await pathLike(place, host, /^\/\d{4}\/\d\d\/\d\d\/./)
  const pages = [`/letters/${slug}?via=${slug}`, `/?via=${slug}`, `${article}?via=${slug}`, '/', article]
  const { body } = await get(place, { host, path: '/' })
  const brought = [...body.toString().matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js|woff2))"/g)]
  return pages.flatMap((page) => [page, ...new Set(brought.map(([, path]) => path!))])
}
