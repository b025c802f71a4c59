import { inChild } from '../children.ts'
import { pathLike, type Place } from '../place.ts'
import type { Plan } from '../plan.ts'
import { processorTime } from '../processes.ts'
import { interleaved, median, type Run } from '../rounds.ts'
import type { Figure } from '../table.ts'

const CONNECTIONS = 2
const WARM = 300

/** Pages that no cache answers, of a group with 50 posts and of one with very many: processor time and queries of each. */
export async function uncachedPages(place: Place, plan: Plan): Promise<Figure[]> {
  const pages = [...(await pagesOf(place, 'fifty')), ...(await pagesOf(place, 'many'))]
  let number = 0
  const load = (page: Page, requests: number) => {
    number += requests
    return inChild('load', {
      port: place.port,
      host: page.host,
      path: page.path,
      headers: {},
      requests,
      connections: CONNECTIONS,
      distinctFrom: number,
    })
  }
  const ofDatabase: Record<string, number[]> = {}
  const cost =
    (page: Page): Run =>
    async () => {
      const [, server] = place.pids()
      const time = () => [processorTime(place.pids()), processorTime([server!])] as const
      const before = time()
      await load(page, plan.uncachedRequests)
      const [both, database] = time().map((now, i) => (now - before[i]!) / plan.uncachedRequests) as [number, number]
      ;(ofDatabase[page.name] ??= []).push(database)
      return both
    }
  for (const page of pages) await load(page, WARM)
  const raw = await interleaved(plan.rounds, Object.fromEntries(pages.map((page) => [page.name, cost(page)])))
  const addresses = pages.map(({ host, path }) => `http://${host}${path}`)
  const { answer: counts } = await inChild('queries', { dataDir: place.dataDir, addresses })
  return pages.flatMap(({ name }, i) => [
    {
      name: `Not kept, ${name}: CPU a request`,
      value: median(raw[name]!),
      unit: 'ms',
      target: 5,
      note: `${median(ofDatabase[name]!).toFixed(2)} of it the database`,
      raw: raw[name],
    },
    {
      name: `Not kept, ${name}: queries`,
      value: counts[i]!.queries,
      unit: 'queries',
      target: 6,
      note: `${counts[i]!.trips} round trips with begin and commit`,
    },
  ])
}

interface Page {
  readonly name: string
  readonly host: string
  readonly path: string
}

async function pagesOf(place: Place, slug: string): Promise<readonly Page[]> {
  const host = `${slug}.localhost`
  const post = await pathLike(place, host, /^\/\d{4}\/\d\d\/\d\d\/./)
  const of = slug === 'fifty' ? '50 posts' : 'very many posts'
  return [
    { name: `a post of ${of}`, host, path: post },
    { name: `home of ${of}`, host, path: '/' },
    { name: `archive of ${of}`, host, path: '/posts' },
    { name: `a year of ${of}`, host, path: post.slice(0, 6) },
    { name: `category of ${of}`, host, path: await pathLike(place, host, /^\/category\//) },
  ]
}
