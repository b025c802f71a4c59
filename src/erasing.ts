import type { Act } from './platform/act.ts'
import { dueErasures, type FindPersons } from './platform/archive/index.ts'
import type { Job } from './platform/jobs.ts'
import { eraseFrom } from './platform/personRecords.ts'
import type { Erasure, Timed } from './platform/slice.ts'
import { slices } from './slices.ts'

/** Erases a person from every slice there is. */
export const erasePerson = (act: Act, personId: string, secret: string): Promise<readonly Erasure[]> =>
  eraseFrom(slices, act, { personId, dryRun: false, secret })

/** Persons who came back with an archive go again: right after a restore, or soon if that was killed. */
export const eraseAgain: Job<Record<never, never>> = {
  name: 'platform.erase_again',
  run: async ({ read, act, services }) => {
    for (const id of await read(dueErasures)) await act((a) => erasePerson(a, id, services.secret))
  },
}

export const erasingRound: Timed = {
  job: eraseAgain,
  cron: '*/10 * * * *',
  onlyWhere: 'exists (select from platform.erasure where due)',
}

/** As the owner, whom row security does not stop. */
export const findPersons: FindPersons = async (client, ids) => {
  const { rows } = await client.query<{ group: number; person: string }>(
    'select group_id as "group", id as person from people.person where id = any($1)',
    [ids],
  )
  return rows
}
