import { join } from 'node:path'
import { sessions, SESSION_COOKIE } from '../../src/people/index.ts'
import { readConfig } from '../../src/platform/config.ts'
import { contextOf, openInstallation } from '../../src/platform/installation.ts'
import { inChild } from '../children.ts'
import { get, openPlace, type Place } from '../place.ts'
import type { Plan } from '../plan.ts'
import { processorTime } from '../processes.ts'
import { fillRegister } from '../registerRows.ts'
import { median } from '../rounds.ts'
import type { Figure } from '../table.ts'

const FILTERED = '/office/register?kind=member&status=current&region=E12000003&q=price'
const TIMES = 20

/** The register's page in a large group and in a small one among many, and the counts of twenty kept views. */
export async function register({ root, folder }: Place, plan: Plan): Promise<Figure[]> {
  const dataDir = join(folder, 'register')
  const place = await openPlace(root, { dataDir, port: 4183 })
  try {
    const groups = await fillRegister({ dataDir, large: plan.registerPeople, groups: plan.registerGroups })
    const figures: Figure[] = []
    for (const [size, target] of [
      ['large', 50],
      ['small', 10],
    ] as const) {
      const { id, officer } = groups[size]
      const { host, cookie } = await signIn(dataDir, { groupId: id, personId: officer })
      const page = await cost(place, plan, { host, cookie, path: FILTERED })
      const { answer } = await inChild('queries', {
        dataDir,
        addresses: [`http://${host}${FILTERED}`],
        headers: { cookie },
      })
      const people = size === 'large' ? plan.registerPeople : 200
      figures.push(
        {
          name: `Register of ${people}, three filters, a search and 20 views: CPU`,
          value: page,
          unit: 'ms',
          target: target + (size === 'large' ? 100 : 0),
        },
        { name: `The same: queries`, value: answer[0]!.queries, unit: 'queries', target: 8 },
      )
    }
    return figures
  } finally {
    await place.close()
  }
}

/** Processor time of program and database for one page, the middle of some rounds. */
async function cost(
  place: Place,
  { rounds }: Plan,
  { host, cookie, path }: { host: string; cookie: string; path: string },
): Promise<number> {
  const once = async (): Promise<void> => {
    const { status } = await get(place, { host, path, headers: { cookie } })
    if (status !== 200) throw new Error(`${path} answered ${status}.`)
  }
  for (let warm = 0; warm < TIMES; warm++) await once()
  const costs: number[] = []
  for (let round = 0; round < rounds; round++) {
    const before = processorTime(place.pids())
    for (let time = 0; time < TIMES; time++) await once()
    costs.push((processorTime(place.pids()) - before) / TIMES)
  }
  return median(costs)
}

async function signIn(dataDir: string, { groupId, personId }: { groupId: number; personId: string }) {
  const installation = await openInstallation(readConfig({ BACKBENCH_DATA: dataDir }))
  try {
    const group = installation.services.groups.byId(groupId)!
    const token = await contextOf(installation.services, group).act((act) =>
      sessions.start(act, { personId, secondFactor: 'passkey' }),
    )
    return { host: `${group.slug}.localhost`, cookie: `${SESSION_COOKIE}=${token}` }
  } finally {
    await installation.close()
  }
}
