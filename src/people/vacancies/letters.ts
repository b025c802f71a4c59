import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { enqueue, type Job } from '../../platform/jobs.ts'
import { eventType, record } from '../../platform/journal.ts'
import { type Letter, send } from '../../platform/letters.ts'
import { homeOf } from '../../platform/origin.ts'
import { Refusal } from '../../platform/refusal.ts'
import { roleNames } from '../../platform/roles.ts'
import { atMost } from '../../platform/rowLimits.ts'
import { civilDayWords } from '../../ui/words.ts'
import { find, type Vacancy } from './vacancies.ts'

export const vacancyLettersAsked = eventType<{ vacancy: string; people: number }>('people.vacancy_letters_asked')

const AT_ONCE = 200

/** The notice as members get it. The page shows the same before it goes. */
export const noticeLetter = (
  { role, notice, sayBy }: Pick<Vacancy, 'role' | 'notice' | 'sayBy'>,
  { group, origin }: { group: string; origin: string },
): Omit<Letter, 'to'> => ({
  kind: 'notice',
  subject: `${group} looks for somebody: ${roleNames[role]}`,
  body: `${group} needs somebody for this office: ${roleNames[role]}.

${notice}

If you would do it, or would like to know more, say so by ${civilDayWords(sayBy)}. It stays in confidence between you and the officers who handle it:

${origin}/my/vacancies

You get this letter because you are a member. It asks for nothing if this is not for you.

${group}
`,
})

/** How many members a letter about this vacancy would go to now, and how many it went to. */
export async function standing(
  tx: Tx,
  vacancyId: string,
): Promise<{ readonly toWrite: number; readonly sent: number }> {
  const { rows } = await sql<{ toWrite: number; sent: number }>`
    select (select count(*)::int from ${unwritten(vacancyId)}) as "toWrite",
      (select count(*)::int from people.vacancy_letter where vacancy_id = ${vacancyId}) as sent`.execute(tx)
  return rows[0]!
}

/** Orders the letters: one to each member who may be written to, now and never again. */
export async function order(act: Act, vacancyId: string): Promise<number> {
  if ((await find(act.tx, vacancyId)).state !== 'open') throw new Refusal('This vacancy is no longer open.')
  const { toWrite } = await standing(act.tx, vacancyId)
  if (toWrite === 0) throw new Refusal('Every member who may be written to has had this letter.')
  await record(act, vacancyLettersAsked, { vacancy: vacancyId, people: toWrite })
  await enqueue(act, { job: tellMembers, payload: { vacancy: vacancyId }, key: `vacancy ${vacancyId}` })
  return toWrite
}

/** Some letters at a time, each noted in the act that sends it: a crash neither skips nor repeats anybody. */
export const tellMembers: Job<{ vacancy: string }> = {
  name: 'people.tell_members_of_vacancy',
  run: ({ act, group, services }, { vacancy: id }) =>
    act(async (a) => {
      const vacancy = await find(a.tx, id)
      if (vacancy.state !== 'open') return
      const letter = noticeLetter(vacancy, { group: group.name, origin: homeOf(services, group) })
      const { rows } = await sql<{ email: string }>`
        with next as (select person_id, email from ${unwritten(id)} order by person_id ${atMost(AT_ONCE)}),
          noted as (
            insert into people.vacancy_letter (group_id, vacancy_id, person_id, sent_at)
            select ${a.group.id}, ${id}, person_id, ${a.at} from next on conflict do nothing returning person_id)
        select n.email from next n join noted on noted.person_id = n.person_id`.execute(a.tx)
      for (const { email } of rows) await sendIfPossible(a, { to: email, ...letter })
      if (rows.length === AT_ONCE) await enqueue(a, { job: tellMembers, payload: { vacancy: id } })
    }),
}

/** Members to whom notices may go and who have not had this one. */
const unwritten = (vacancyId: string) => sql`(
  select r.person_id, r.email from people.reachable r join people.person p on p.id = r.person_id
  where r.purpose = 'notices' and r.kind = 'member' and p.status = 'current'
    and not exists (select from people.vacancy_letter l where l.vacancy_id = ${vacancyId} and l.person_id = r.person_id)) unwritten`

/** An address that no letter can go to keeps nobody else from theirs. */
async function sendIfPossible(act: Act, letter: Letter): Promise<void> {
  await send(act, letter).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
  })
}
