import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inChild } from '../children.ts'
import { multiplyGroup } from '../manyGroups.ts'
import { fillGroup, get, openPlace, pathLike, type Place } from '../place.ts'
import type { Plan } from '../plan.ts'
import { processorTime, proportionalMemory } from '../processes.ts'
import { interleaved, median } from '../rounds.ts'
import type { Figure } from '../table.ts'
import { timeStart } from './starts.ts'

/** As the real website that was looked at has it. */
const POSTS = 23
const ONE = 'one'
const CONNECTIONS = 8
const MB = 1024 * 1024

/** Many groups in one installation: what a kept page costs, what it all holds, how long it takes to start. */
export async function thousandGroups({ root, folder }: Place, plan: Plan): Promise<Figure[]> {
  const dataDir = join(folder, 'thousand')
  const place = await openPlace(root, { dataDir, port: 4181 })
  const figures: Figure[] = []
  try {
    await fillGroup(place, { slug: ONE, posts: POSTS, comments: 1 })
    const alone = await idle(place)
    const since = performance.now()
    const slugs = await multiplyGroup(dataDir, { slug: ONE, times: plan.groups - 1 })
    const hosts = [ONE, ...slugs].map((slug) => `${slug}.localhost`)
    const seconds = (performance.now() - since) / 1000
    figures.push({ name: `${plan.groups} groups made, by SQL`, value: seconds, unit: 's' })
    figures.push(...(await keptPages(place, { plan, hosts })), ...(await atRest(place, { plan, alone })))
  } finally {
    await place.close()
  }
  const starts: number[] = []
  for (let turn = 0; turn < plan.starts; turn++) starts.push(await timeStart(root, dataDir))
  const name = `npm start to first 200, ${plan.groups} groups`
  return [...figures, { name, value: median(starts), unit: 's', target: 3, raw: starts }]
}

/** The same number of requests for one page of one group, and for a page of each group in turn. */
async function keptPages(place: Place, { plan, hosts }: { plan: Plan; hosts: readonly string[] }): Promise<Figure[]> {
  const path = await pathLike(place, `${ONE}.localhost`, /^\/\d{4}\/\d\d\/\d\d\/./)
  for (const host of hosts) {
    const { status } = await get(place, { host, path })
    if (status !== 200) throw new Error(`${host}${path} answered ${status}.`)
  }
  const requests = Math.max(plan.cachedRequests, hosts.length)
  const cost = (asked: readonly string[]) => async (): Promise<number> => {
    const before = processorTime(place.pids())
    const work = { port: place.port, host: '', hosts: asked, path, headers: {}, requests, connections: CONNECTIONS }
    await inChild('load', work)
    return (processorTime(place.pids()) - before) / requests
  }
  const things = { one: cost(hosts.slice(0, 1)), all: cost(hosts) }
  for (const run of Object.values(things)) await run() // warm
  const raw = await interleaved(plan.rounds, things)
  const [one, all] = [median(raw['one']!), median(raw['all']!)]
  const note = `${all.toFixed(4)} ms, one group's ${one.toFixed(4)} ms`
  return [
    {
      name: `Kept pages of ${hosts.length} groups: times one group's`,
      value: all / one,
      unit: '×',
      target: 1.2,
      note,
      raw,
    },
  ]
}

/** After all of that, and with the clock's work each minute. */
async function atRest(place: Place, { plan, alone }: { plan: Plan; alone: number }): Promise<Figure[]> {
  const before = processorTime(place.pids())
  await sleep(plan.restSeconds * 1000)
  const share = (processorTime(place.pids()) - before) / (plan.restSeconds * 10)
  const memory = proportionalMemory(place.pids()) / MB
  const note = `${alone.toFixed(0)} MB with one group, before any page was asked for`
  return [
    { name: `${plan.groups} groups: program and database, proportional`, value: memory, unit: 'MB', target: 400, note },
    {
      name: `${plan.groups} groups at rest: processor`,
      value: share,
      unit: '%',
      note: `of one, over ${plan.restSeconds} s`,
    },
  ]
}

async function idle(place: Place): Promise<number> {
  await sleep(2000)
  return proportionalMemory(place.pids()) / MB
}
