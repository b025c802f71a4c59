import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readArchive } from '../../src/platform/archive/index.ts'
import { multiplyGroup } from '../manyGroups.ts'
import { fillGroup, get, openPlace, type Place, type Ran } from '../place.ts'
import type { Plan } from '../plan.ts'
import { median } from '../rounds.ts'
import type { Figure } from '../table.ts'

/** As the real website that was looked at has it. */
const POSTS = 23
const ONE = 'one'
const MB = 1024 * 1024
/** Milliseconds between two pages that a visitor asks for, and how long they are watched without an archive. */
const PAUSE = 20
const CALM = 5000

interface Written {
  readonly path: string
  readonly rows: number
}

/** An archive of many groups while a visitor reads uncached pages; then all of it, and one group, restored elsewhere. */
export async function archives({ root, folder }: Place, plan: Plan): Promise<Figure[]> {
  const place = await openPlace(root, { dataDir: join(folder, 'archived'), port: 4182 })
  const elsewhere = await openPlace(root, { dataDir: join(folder, 'restored'), port: 4183 })
  try {
    await fillGroup(place, { slug: ONE, posts: POSTS, comments: 1 })
    const slugs = [ONE, ...(await multiplyGroup(join(folder, 'archived'), { slug: ONE, times: plan.groups - 1 }))]
    const calm = await watched(place, slugs, sleep(CALM))
    const turns: { ran: Ran; pages: readonly number[] }[] = []
    for (let turn = 0; turn < plan.starts; turn++) turns.push(await archived(place, { folder, slugs }))
    const { path, rows } = JSON.parse(turns.at(-1)!.ran.stdout) as Written
    const megabytes = (await sizeOf(path)) / MB
    const seconds = turns.map(({ ran }) => ran.seconds)
    const all = await elsewhere.command('restore', path, '--json')
    const one = await elsewhere.command('restore', path, '--group', ONE, '--as', 'again', '--no-hosts', '--json')
    return [
      {
        name: `Archive of ${plan.groups} groups`,
        value: plan.groups / median(seconds),
        unit: 'groups/s',
        target: 200,
        least: true,
        note: `${median(seconds).toFixed(1)} s with the start of the command; ${rows} rows, ${(megabytes / median(seconds)).toFixed(0)} MB/s before they are compressed`,
        raw: seconds,
      },
      {
        name: 'Archive: peak memory of the command',
        value: Math.max(...turns.map(({ ran }) => ran.peak)) / MB,
        unit: 'MB',
      },
      pagesMeanwhile(
        calm,
        turns.flatMap(({ pages }) => pages),
      ),
      {
        name: `Restore of ${plan.groups} groups`,
        value: all.seconds,
        unit: 's',
        note: `peak ${(all.peak / MB).toFixed(0)} MB`,
      },
      { name: 'Restore of one of them into that', value: one.seconds, unit: 's' },
    ]
  } finally {
    await place.close()
    await elsewhere.close()
  }
}

/** Bytes of all rows, as COPY writes them. */
async function sizeOf(path: string): Promise<number> {
  let bytes = 0
  await readArchive(path, {
    table: async (_, rows) => {
      for await (const chunk of rows) bytes += chunk.length
    },
  })
  return bytes
}

async function archived(place: Place, { folder, slugs }: { folder: string; slugs: readonly string[] }) {
  const to = join(folder, 'archives')
  rmSync(to, { recursive: true, force: true })
  const running = place.command('archive', '--to', to, '--json')
  const pages = await watched(place, slugs, running)
  return { ran: await running, pages }
}

/** One visitor's uncached pages, of each group in turn, until something is over: ms each. */
async function watched(place: Place, slugs: readonly string[], over: Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  const state = { going: true }
  const ended = over.finally(() => (state.going = false))
  ended.catch(() => {}) // whoever began it hears of it
  for (let turn = 0; state.going; turn++) {
    const since = performance.now()
    const { status } = await get(place, {
      host: `${slugs[turn % slugs.length]!}.localhost`,
      path: `/posts?watch=${turn}`,
    })
    if (status !== 200) throw new Error(`A page answered ${status} while an archive was made.`)
    times.push(performance.now() - since)
    await sleep(PAUSE)
  }
  return times
}

function pagesMeanwhile(calm: readonly number[], meanwhile: readonly number[]): Figure {
  const most = (times: readonly number[]): number =>
    times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0
  return {
    name: 'An uncached page meanwhile: 99 of 100 within',
    value: most(meanwhile),
    unit: 'ms',
    target: 100,
    note: `${most(calm).toFixed(0)} ms without an archive; in the middle ${median(calm).toFixed(1)} and ${median(meanwhile).toFixed(1)} ms`,
  }
}
