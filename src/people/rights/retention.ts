import { type RawBuilder, sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { record } from '../../platform/journal.ts'
import { onPage } from '../../platform/rowLimits.ts'
import { readSettings } from '../../platform/settings.ts'
import { dayOf } from '../../platform/time.ts'
import { keepForUndo } from '../../platform/undo.ts'
import { retentionDeleted, retentionKept, retentionLooked } from './events.ts'
import {
  cutoffs,
  keptUntil,
  type RetentionRule,
  retentionRules,
  retentionSetting,
  type Years,
} from './retentionRules.ts'

/** Something of somebody that has been kept long enough, as a rule sees it. */
export interface Proposal {
  readonly personId: string
  readonly name: string
  readonly sinceOn: string
  /** An erasure was asked for already. */
  readonly asked: boolean
}

export const PROPOSALS_A_PAGE = 50

export const yearsOf = async (tx: Tx): Promise<Years> => (await readSettings(tx, { years: retentionSetting })).years

/** Proposals of one rule, those that waited longest first. */
export async function list(
  tx: Tx,
  { rule, page, today }: { rule: RetentionRule; page: number; today: string },
): Promise<readonly Proposal[]> {
  const { rows } = await sql<Proposal>`
    select r.person_id as "personId", p.name, r.since_on as "sinceOn", exists (select from people.approval a
      where a.person_id = r.person_id and a.what = 'erasure' and a.state in ('asked', 'given')) as asked
    from people.retention_proposal r join people.person p on p.id = r.person_id
    where r.rule = ${rule} and (r.kept_until is null or r.kept_until <= ${today}::date)
    order by r.since_on, r.person_id ${onPage(page, PROPOSALS_A_PAGE)}`.execute(tx)
  return rows
}

/** How many each rule proposes today. */
export async function counts(tx: Tx, today: string): Promise<Readonly<Record<RetentionRule, number>>> {
  const { rows } = await sql<{ rule: RetentionRule; n: number }>`
    select rule, count(*)::int as n from people.retention_proposal
    where kept_until is null or kept_until <= ${today}::date group by rule`.execute(tx)
  const found = new Map(rows.map(({ rule, n }) => [rule, n]))
  return Object.fromEntries(retentionRules.map((rule) => [rule, found.get(rule) ?? 0])) as Record<RetentionRule, number>
}

/** Looks through the register by the group's rules. Only notes what it finds: nothing goes until an officer says so. */
export async function propose(act: Act): Promise<number> {
  const found = findings(cutoffs(await yearsOf(act.tx), dayOf(act)))
  await sql`
    delete from people.retention_proposal r where not exists
      (select from (${found}) f where f.person_id = r.person_id and f.rule = r.rule)`.execute(act.tx)
  const { numAffectedRows } = await sql`
    insert into people.retention_proposal as r (group_id, person_id, rule, since_on, proposed_at)
    select ${act.group.id}, f.person_id, f.rule, f.since_on, ${act.at} from (${found}) f
    on conflict (group_id, person_id, rule) do update set since_on = excluded.since_on, proposed_at = excluded.proposed_at,
      kept_until = null, kept_why = ''
    where r.kept_until <= ${dayOf(act)}::date or r.kept_until is null and r.since_on <> excluded.since_on`.execute(
    act.tx,
  )
  const fresh = Number(numAffectedRows ?? 0)
  if (fresh) await record(act, retentionLooked, { proposals: fresh })
  return fresh
}

/** Of these people, whom the rule still speaks of: somebody may have come back since it was looked at. */
export async function still(
  act: Act,
  { rule, personIds }: { rule: RetentionRule; personIds: readonly string[] },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select person_id as id from (${findings(cutoffs(await yearsOf(act.tx), dayOf(act)), personIds)}) f where rule = ${rule}`.execute(
    act.tx,
  )
  return rows.map(({ id }) => id)
}

/** An officer thinks it should be kept. After a year it is proposed again. */
export async function keep(
  act: Act,
  { rule, personIds, why }: { rule: RetentionRule; personIds: readonly string[]; why: string },
): Promise<void> {
  for (const person_id of personIds) {
    await keepForUndo(act, { table: 'people.retention_proposal', key: { person_id, rule } })
    await act.tx
      .updateTable('people.retention_proposal')
      .set({ kept_until: keptUntil(dayOf(act)), kept_why: why })
      .where('person_id', '=', person_id)
      .where('rule', '=', rule)
      .execute()
  }
  await record(act, retentionKept, { people: personIds.length })
}

const OLD = {
  notes: { table: 'people.note', when: sql`written_at` },
  requests: { table: 'people.data_request', when: sql`ended_at` },
} as const

/** Deletes what a rule calls old of these people, and nothing younger. It can be undone for thirty days. */
export async function deleteOld(
  act: Act,
  { rule, personIds }: { rule: keyof typeof OLD; personIds: readonly string[] },
): Promise<number> {
  const { table, when } = OLD[rule]
  const cutoff = cutoffs(await yearsOf(act.tx), dayOf(act))[rule]
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} where person_id = any(${personIds}::uuid[]) and ${when} < ${cutoff}::date
    order by id for update`.execute(act.tx)
  for (const key of rows) await keepForUndo(act, { table, key })
  await sql`delete from ${sql.table(table)} where id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(act.tx)
  for (const person_id of personIds) {
    await keepForUndo(act, { table: 'people.retention_proposal', key: { person_id, rule } })
    await act.tx
      .deleteFrom('people.retention_proposal')
      .where('person_id', '=', person_id)
      .where('rule', '=', rule)
      .execute()
  }
  await record(act, retentionDeleted, { entries: rows.length })
  return rows.length
}

/**
 * Whom the rules speak of, in one statement over sets. Nobody who holds an office, is part of another record, or was erased:
 * of them there is only a row without a name.
 */
function findings(until: Readonly<Record<RetentionRule, string>>, ids?: readonly string[]): RawBuilder<unknown> {
  const only = ids ? sql`and p.id = any(${ids}::uuid[])` : sql``
  return sql`
    with person as (
      select p.* from people.person p where p.merged_into is null ${only}
        and not exists (select from platform.erasure e where e.person_id = p.id)
        and not exists (select from people.role_held h where h.person_id = p.id and (h.to_on is null or h.to_on > current_date))),
    ended as (
      select p.id, p.status, max(m.to_on) as since_on from person p join people.membership m on m.person_id = p.id
      where p.status in ('left', 'lapsed') group by p.id, p.status having bool_and(m.to_on is not null))
    select id as person_id, status as rule, since_on from ended
      where since_on < case status when 'left' then ${until.left}::date else ${until.lapsed}::date end
    union all
    select id, 'contact', last_on from (
      select p.id, greatest(p.created_at, p.changed_at,
        (select max(n.written_at) from people.note n where n.person_id = p.id),
        (select max(b.from_at) from people.basis b where b.person_id = p.id),
        (select max(s.last_seen_at) from people.session s where s.person_id = p.id),
        (select max(coalesce(q.ended_at, now())) from people.data_request q where q.person_id = p.id))::date as last_on
      from person p where p.kind = 'contact' and p.status = 'current' and p.created_at < ${until.contact}::date) c
      where last_on < ${until.contact}::date
    union all
    select id, 'no_right', since_on from (
      select p.id, coalesce((select max(b.until_at) from people.basis b where b.person_id = p.id and b.purpose = 'register'),
        p.created_at)::date as since_on
      from person p where p.status = 'current' and p.created_at < ${until.no_right}::date and not exists
        (select from people.basis b where b.person_id = p.id and b.purpose = 'register' and b.until_at is null)) c
      where since_on < ${until.no_right}::date
    union all
    select q.person_id, 'requests', min(q.ended_at)::date from people.data_request q
      where q.ended_at < ${until.requests}::date ${ids ? sql`and q.person_id = any(${ids}::uuid[])` : sql``} group by q.person_id
    union all
    select n.person_id, 'notes', min(n.written_at)::date from people.note n
      where n.written_at < ${until.notes}::date ${ids ? sql`and n.person_id = any(${ids}::uuid[])` : sql``} group by n.person_id`
}
