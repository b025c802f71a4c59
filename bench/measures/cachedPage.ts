import { inChild } from '../children.ts'
import { nginxServing } from '../nginx.ts'
import { get, pathLike, type Place } from '../place.ts'
import type { Plan } from '../plan.ts'
import { processorTime } from '../processes.ts'
import { interleaved, median, type Run } from '../rounds.ts'
import type { Figure } from '../table.ts'

const HOST = 'fifty.localhost'
const CONNECTIONS = 8
/** `node:http` writes these itself. */
const WRITTEN_BY_NODE = new Set(['date', 'connection', 'keep-alive'])

/** A post from the page cache, beside a bare server that sends the same bytes and headers, and nginx where there is one. */
export async function cachedPage(place: Place, plan: Plan): Promise<Figure[]> {
  const path = await pathLike(place, HOST, /^\/\d{4}\/\d\d\/\d\d\/./)
  const figures: Figure[] = []
  for (const coding of ['identity', 'br'] as const) figures.push(...(await oneCoding(place, plan, { path, coding })))
  return figures
}

async function oneCoding(
  place: Place,
  plan: Plan,
  { path, coding }: { path: string; coding: 'identity' | 'br' },
): Promise<Figure[]> {
  const headers = coding === 'identity' ? {} : { 'accept-encoding': coding }
  const answer = await kept(place, { path, headers, coding })
  const own = answer.rawHeaders.flatMap((name, i) =>
    i % 2 || WRITTEN_BY_NODE.has(name.toLowerCase()) ? [] : [name, answer.rawHeaders[i + 1]!],
  )
  const bare = await inChild('bare', { headers: own, body: answer.body.toString('base64') })
  const nginx = await nginxServing(place.folder, { body: answer.body, headers: own })
  const cost =
    (port: number, pids: readonly number[]): Run =>
    async () => {
      const before = processorTime(pids)
      await inChild('load', {
        port,
        host: HOST,
        path,
        headers,
        requests: plan.cachedRequests,
        connections: CONNECTIONS,
      })
      return (processorTime(pids) - before) / plan.cachedRequests
    }
  const things = {
    program: cost(place.port, place.pids()),
    bare: cost(bare.answer, [bare.pid]),
    ...(nginx && { nginx: cost(nginx.port, [nginx.pid]) }),
  }
  for (const run of Object.values(things)) await run() // warm
  const raw = await interleaved(plan.rounds, things)
  nginx?.stop()
  process.kill(bare.pid)
  return figuresOf(coding, raw, answer.body.length)
}

function figuresOf(coding: string, raw: Record<string, number[]>, bytes: number): Figure[] {
  const [program, bare] = [median(raw['program']!), median(raw['bare']!)]
  const beside = raw['nginx'] ? `, nginx ${median(raw['nginx']).toFixed(4)}` : '; nginx is not installed here'
  return [
    {
      name: `Kept page, ${coding}: CPU a request`,
      value: program,
      unit: 'ms',
      note: `${bytes} bytes; bare node:http ${bare.toFixed(4)}${beside}`,
      raw,
    },
    { name: `Kept page, ${coding}: times a bare server`, value: program / bare, unit: '×', target: 1.5 },
  ]
}

/** The page as the cache gives it: compressed forms are made moments after the first asking. */
async function kept(
  place: Place,
  { path, headers, coding }: { path: string; headers: Record<string, string>; coding: string },
) {
  for (let turn = 0; turn < 100; turn++) {
    const answer = await get(place, { host: HOST, path, headers })
    const at = answer.rawHeaders.findIndex((name) => name.toLowerCase() === 'content-encoding')
    if ((at < 0 ? 'identity' : answer.rawHeaders[at + 1]) === coding && turn > 0) return answer
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`The page cache never had ${path} as ${coding}.`)
}
