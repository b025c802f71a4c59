import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Job } from '../../platform/jobs.ts'
import { type Letter, send } from '../../platform/letters.ts'
import { homeOf } from '../../platform/origin.ts'
import { Refusal } from '../../platform/refusal.ts'
import { atMost } from '../../platform/rowLimits.ts'
import { hashToken, newToken } from '../../platform/secret.ts'
import { askerOf, askOthersJob } from './introductions.ts'
import { daysBefore, KEPT_DAYS, MONTH_DAYS, MOST_ASKED_A_MONTH, MOST_LETTERS } from './rules.ts'

/** Looks for whoever fits and writes to each once. Everything in one act: a crash asks nobody, or nobody twice. */
export const askOthers: Job<{ introduction: string }> = {
  name: askOthersJob.name,
  run: ({ act, group, services }, { introduction }) =>
    act((a) => askAll(a, { id: introduction, origin: homeOf(services, group) })),
}

async function askAll(act: Act, { id, origin }: { id: string; origin: string }): Promise<void> {
  // One ask of a group at a time: nobody gets a fourth letter in a month because two were counted at once.
  await sql`select pg_advisory_xact_lock(hashtext('people.introduction'), ${act.group.id})`.execute(act.tx)
  const row = await act.tx
    .selectFrom('people.introduction')
    .selectAll()
    .where('id', '=', id)
    .where('sought_at', 'is', null)
    .where('ends_at', '>', act.at)
    .executeTakeFirst()
  if (!row || !(await askerOf(act.tx, row.person_id))?.able) return
  await act.tx.updateTable('people.introduction').set({ sought_at: act.at }).where('id', '=', id).execute()
  for (const { personId, email } of await whoFits(act, row)) {
    const token = newToken()
    await act.tx
      .insertInto('people.introduction_answer')
      .values({
        group_id: act.group.id,
        introduction_id: id,
        person_id: personId,
        token_hash: hashToken(token),
        asked_at: act.at,
      })
      .execute()
    await sendIfPossible(
      act,
      askingLetter({ to: email, group: act.group.name, link: `${origin}/introductions/${token}` }),
    )
  }
}

interface Sought {
  readonly id: string
  readonly person_id: string
  readonly by_what: string
  readonly place: string | null
  readonly topic_id: string | null
}

/**
 * Those who agreed to be asked, are current members or supporters, share what is asked for, have room for a letter this month
 * and were not asked by the same member before. Whoever was asked longest ago comes first.
 */
async function whoFits(act: Act, sought: Sought): Promise<readonly { personId: string; email: string }[]> {
  const shares =
    sought.by_what === 'interest'
      ? sql`exists (select from people.person_topic m where m.person_id = p.id and m.topic_id = ${sought.topic_id})`
      : sql`${sql.ref(`p.${sought.by_what}`)} = ${sought.place}`
  const { rows } = await sql<{ personId: string; email: string }>`
    select r.person_id as "personId", r.email
    from people.reachable r join people.person p on p.id = r.person_id
    left join lateral (
      select max(a.asked_at) as last, count(*) filter (where a.asked_at > ${daysBefore(act.at, MONTH_DAYS)}) as lately,
        bool_or(i.person_id = ${sought.person_id}) as by_them
      from people.introduction_answer a join people.introduction i on i.id = a.introduction_id where a.person_id = p.id) b on true
    where r.purpose = 'introductions' and p.status = 'current' and p.kind in ('member', 'supporter') and p.id <> ${sought.person_id}
      and ${shares} and b.lately < ${MOST_ASKED_A_MONTH} and b.by_them is not true
    order by b.last nulls first, random() ${atMost(MOST_LETTERS)}`.execute(act.tx)
  return rows
}

/** Says neither who asks nor why: that stands behind the link, for letters are read by more eyes than one. */
export const askingLetter = ({ to, group, link }: { to: string; group: string; link: string }): Letter => ({
  kind: 'notice',
  to,
  subject: `Somebody in ${group} asks to meet you`,
  body: `You told us that we may ask you whether you would like to meet somebody else of ${group}.

Somebody asks. Open this link to read who, and to say yes or no:

${link}

They do not know that we asked you. If you say no, or nothing, they never will.

We ask you no more than three times a month. You can stop it on your own page.

${group}
`,
})

async function sendIfPossible(act: Act, letter: Letter): Promise<void> {
  await send(act, letter).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
  })
}

/** Nightly: what ended a year ago is forgotten. */
export async function forget({ tx, at }: Act): Promise<void> {
  await tx.deleteFrom('people.introduction').where('ends_at', '<=', daysBefore(at, KEPT_DAYS)).execute()
}
