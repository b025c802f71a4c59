import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Sample } from '../../platform/slice.ts'
import { UNCERTAIN_LETTERS } from '../toOne/uncertainRoutes.tsx'
import { AUDIENCE, REASON } from './audienceRoutes.tsx'
import { RESULTS } from './resultsRoutes.tsx'
import { CHECK, SENDING, STOP, UNCERTAIN } from './sendingRoutes.tsx'

const as = 'officer'

/** The office of letters: one letter in each of its states, as far as the group has them. */
export async function officeSamples(tx: Tx): Promise<readonly Sample[]> {
  const { rows } = await sql<{ id: string; state: string }>`
    select distinct on (state) id, state from mailing.letter order by state, made_at desc, id`.execute(tx)
  const lists = ['', '?show=drafts', '?show=sent&page=2'].map(
    (query) =>
      ({
        route: '/office/letters',
        address: `/office/letters${query}`,
        as,
      }) as const,
  )
  const uncertain = { route: UNCERTAIN_LETTERS, address: UNCERTAIN_LETTERS, as } as const
  return [uncertain, ...lists, ...rows.flatMap(({ id }) => ofLetter(`/office/letters/${id}`))]
}

function ofLetter(home: string): readonly Sample[] {
  const of = (route: string, ...ends: string[]): readonly Sample[] =>
    ends.map((end) => ({ route, address: `${home}${end}`, as }))
  return [
    ...of(AUDIENCE, '/audience'),
    ...of(REASON, '/audience/gets', '/audience/no_yes?page=2'),
    ...of(SENDING, '/sending'),
    ...of(UNCERTAIN, '/uncertain'),
    ...of(CHECK, '/sending/check', '/sending/check?later=yes&at=2026-02-30'),
    ...of(STOP, '/stop'),
    ...of(RESULTS, '/results'),
  ]
}
