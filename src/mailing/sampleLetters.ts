import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Act } from '../platform/act.ts'
import { insertMany } from '../platform/bulk.ts'
import { cancelJob } from '../platform/jobs.ts'
import { homeOf } from '../platform/origin.ts'
import type { GroupContext } from '../platform/slice.ts'
import type { KnownGroup } from '../platform/groups.ts'
import { sampleAnswers, sampleLetters, type SampleLetter } from './sampleWords.ts'
import { decide } from './compose/deciding.ts'
import { fill } from './sending/deliveries.ts'
import { orderOf, write } from './sending/letters.ts'
import { GRACE } from './sending/rules.ts'
import { noteReader } from './toOne/handedLetters.ts'

const DAY = 86_400_000

/** Letters that a sample group has sent: to those of its people who asked for them, without any mail going out. */
export async function giveSampleLetters({ act, group, services }: GroupContext): Promise<void> {
  const known = services.groups.byId(group.id)!
  for (const letter of sampleLetters)
    await act((a) =>
      send({ ...a, at: new Date(a.at.getTime() - letter.daysAgo * DAY) }, letter, {
        known,
        home: homeOf(services, group),
      }),
    )
  await act((a) => uncertain({ ...a, at: new Date(a.at.getTime() - DAY) }, services.secret))
}

/** The line broke while a notice was handed over, as lines do. */
async function uncertain(act: Act, secret: string): Promise<void> {
  const { rows } = await sql<{ email: string }>`
    select email from people.reachable where purpose = 'notices' order by person_id limit 1`.execute(act.tx)
  if (!rows[0]) return
  const { rows: made } = await sql<{ id: string }>`
    insert into platform.letter (group_id, kind, to_address, subject, body, state, attempts, written_at, handed_at)
    values (${act.group.id}, 'notice', ${rows[0].email}, 'Minutes of the October meeting', 'The minutes are on your page.',
      'uncertain', 1, ${act.at}, ${act.at}) returning id`.execute(act.tx)
  await noteReader(act, { id: made[0]!.id, to: rows[0].email, secret })
}

async function send(
  act: Act,
  letter: SampleLetter,
  { known, home }: { known: KnownGroup; home: string },
): Promise<void> {
  const { kind, subject, preview, shown } = letter
  const blocks = letter.blocks.map((block) => ({ id: randomUUID(), ...block }))
  const id = await write(act, { kind, subject, preview, blocks })
  await sql`update mailing.letter set shown = ${shown} where id = ${id}`.execute(act.tx)
  await decide(act, id, { group: known, home })
  await cancelJob(act, orderOf(id).key)
  const later = { ...act, at: new Date(act.at.getTime() + GRACE) }
  await fill(later, id)
  await taken(later, id)
  const ask = blocks.find((block) => block.kind === 'ask')
  if (ask) await answer(later, { letter: id, ask: ask.id })
}

/** As if a mail server had taken every copy. */
async function taken({ tx, at }: Act, id: string): Promise<void> {
  await sql`update mailing.delivery set state = 'handing_over', handed_by = ${randomUUID()}, handed_at = ${at}, attempts = 1
    where letter_id = ${id}`.execute(tx)
  await sql`update mailing.delivery set state = 'accepted', ended_at = ${at} where letter_id = ${id}`.execute(tx)
  await sql`update mailing.letter set state = 'sent', ended_at = ${at} where id = ${id}`.execute(tx)
}

async function answer(act: Act, { letter, ask }: { letter: string; ask: string }): Promise<void> {
  const { rows } = await sql<{ person: string }>`
    select person_id as person from mailing.delivery where letter_id = ${letter} order by address`.execute(act.tx)
  const given = rows.slice(0, sampleAnswers.length).map(({ person }, n) => ({ person, ...sampleAnswers[n]! }))
  await insertMany(
    act,
    'mailing.answer',
    given.map(({ person, says, words }, n) => ({
      letter_id: letter,
      ask_id: ask,
      person_id: person,
      says,
      words,
      answered_at: new Date(act.at.getTime() + (n + 1) * 3_600_000),
    })),
  )
}
