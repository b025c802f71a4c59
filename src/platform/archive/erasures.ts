import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import type pg from 'pg'
import { z } from 'zod'
import type { Act } from '../act.ts'
import type { Tx } from '../database.ts'
import { writeDurably } from '../durable.ts'
import { enqueue, type Job } from '../jobs.ts'
import { Refusal } from '../refusal.ts'
import { makeFolder } from './folder.ts'
import type { PlannedGroup } from './plan.ts'

const FILE = 'erased.json'
const erasedForm = z.strictObject({
  erased: z.array(z.strictObject({ person: z.uuid(), at: z.iso.datetime() })),
})
type Erased = z.infer<typeof erasedForm>['erased']

/** Who has been erased stays so: an older archive that is restored brings them back for no longer than it takes. */
export async function recordErasure(act: Act, personId: string): Promise<void> {
  await sql`insert into platform.erasure (group_id, person_id, erased_at) values (${act.group.id}, ${personId}, ${act.at})
    on conflict (group_id, person_id) do update set due = false`.execute(act.tx)
  await enqueue(act, { job: keepErased, payload: {}, key: keepErased.name })
}

/** Writes the list that lies beside the archives, where archives are made by the clock. */
export const keepErased: Job<Record<never, never>> = {
  name: 'platform.keep_erased',
  async run({ read, services: { config } }) {
    if (!config.archiveTo) return
    const { rows } = await read((tx) => sql<Row>`select person_id, erased_at from platform.erasure`.execute(tx))
    await addErased(config.archiveTo, rows)
  },
}

interface Row {
  readonly person_id: string
  readonly erased_at: Date
}

/** Adds to the list in a folder; what stands there already stays. */
export async function addErased(folder: string, rows: readonly Row[]): Promise<void> {
  await makeFolder(folder)
  const path = join(folder, FILE)
  const known = new Map((await readErased(path)).map(({ person, at }) => [person, at]))
  const before = known.size
  for (const { person_id, erased_at } of rows) if (!known.has(person_id)) known.set(person_id, erased_at.toISOString())
  if (known.size === before) return
  const erased: Erased = [...known].map(([person, at]) => ({ person, at }))
  await writeDurably(path, `${JSON.stringify({ erased }, null, 1)}\n`, `${path}.${process.pid}.part`)
}

/** Whom this installation has erased, of one group or of all: for the list beside an archive. */
export async function erasedOf(client: pg.Client, only: number | null): Promise<readonly Row[]> {
  const { rows } = await client.query<Row>(
    `select person_id, min(erased_at) as erased_at from platform.erasure
     where $1::int is null or group_id = $1 group by person_id`,
    [only],
  )
  return rows
}

async function readErased(path: string): Promise<Erased> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return []
  try {
    return erasedForm.parse(JSON.parse(text)).erased
  } catch {
    throw new Refusal(`${path}, which says who must stay erased, cannot be read: put it back as it was.`, 422)
  }
}

/** Finds which of these persons are among the restored groups, as the slice that keeps persons knows. */
export type FindPersons = (
  client: pg.Client,
  ids: readonly string[],
) => Promise<readonly { group: number; person: string }[]>

/** In a restore's transaction: notes whom the archive has brought back though they were erased since. */
export const noteBroughtBack =
  (archive: string, findPersons: FindPersons) =>
  async (client: pg.Client, groups: readonly PlannedGroup[]): Promise<void> => {
    const erased = new Map((await readErased(join(dirname(archive), FILE))).map(({ person, at }) => [person, at]))
    for (const { person_id, erased_at } of await erasedOf(client, null)) erased.set(person_id, erased_at.toISOString())
    const restored = new Set(groups.map(({ id }) => id))
    for (const { group, person } of await findPersons(client, [...erased.keys()])) {
      if (!restored.has(group)) continue
      await client.query(
        `insert into platform.erasure (group_id, person_id, erased_at, due) values ($1, $2, $3, true)
         on conflict (group_id, person_id) do update set due = true`,
        [group, person, erased.get(person)],
      )
    }
  }

/** Persons who came back with an archive and must go again. */
export async function dueErasures(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select person_id as id from platform.erasure where due`.execute(tx)
  return rows.map(({ id }) => id)
}
