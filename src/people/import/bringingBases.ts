import { sql } from 'kysely'
import { analyse } from '../../platform/bulk.ts'
import { keepManyForUndo, insertKept } from '../../platform/undoMany.ts'
import { type Bringing, comingRows, newRows, whoOf } from './bringingRows.ts'
import { mayGiveNewsletter, mayTakeBackNewsletter } from './comparison.ts'

/** By what right those who came in are held and written to. Nobody is sent the newsletter but with their yes and its evidence. */
export async function bringBases(bringing: Bringing): Promise<void> {
  await holdThem(bringing)
  await giveNotices(bringing)
  await analyse(bringing.act, { 'people.basis': ['group_id', 'person_id', 'purpose', 'until_at'] })
  await giveNewsletter(bringing)
  await objectToNewsletter(bringing)
}

const into = sql`insert into people.basis (group_id, person_id, purpose, basis, channel, evidence, from_at)`
const basis = { table: 'people.basis', key: ['id'] } as const
const evidenceOf = ({ one }: Bringing) => `In the list “${one.fileName.slice(0, 300)}”`

/** As `basisOfHolding` has it; a supporter's own explicit yes is not in a list, so they are held as in regular contact until they give it. */
async function holdThem(bringing: Bringing): Promise<void> {
  const { act } = bringing
  await insertKept(
    act,
    basis,
    sql`${into} select p.group_id, p.id, 'register',
        case when p.kind in ('member', 'patron') then 'membership' when p.kind in ('parliamentarian', 'councillor') then 'public_office'
          else 'regular_contact' end, 'import', ${evidenceOf(bringing)}, ${act.at}
      from people.import_row r join people.person p on p.id = ${whoOf} where ${newRows(bringing)}`,
  )
}

/** Members are told of their meetings and elections: that is no marketing. */
async function giveNotices(bringing: Bringing): Promise<void> {
  const { act } = bringing
  await insertKept(
    act,
    basis,
    sql`${into} select p.group_id, p.id, 'notices', 'membership', 'import', ${evidenceOf(bringing)}, ${act.at}
      from people.import_row r join people.person p on p.id = ${whoOf}
      where ${newRows(bringing)} and p.kind in ('member', 'patron') and p.status = 'current' and not r.suppressed`,
  )
}

async function giveNewsletter(bringing: Bringing): Promise<void> {
  const { act } = bringing
  await insertKept(
    act,
    basis,
    sql`${into} select r.group_id, ${whoOf}, 'newsletter', 'consent', 'import',
        left(${evidenceOf(bringing)} || ': ' || (r.besides->'yes'->>'evidence'), 500),
        least(coalesce((r.besides->'yes'->>'on')::date::timestamptz, ${act.at}), ${act.at})
      from people.import_row r
      where ${comingRows(bringing)} and r.besides ? 'yes' and not r.suppressed and ${mayGiveNewsletter(whoOf)}`,
  )
}

async function objectToNewsletter(bringing: Bringing): Promise<void> {
  const { act } = bringing
  const saidNo = sql`(select ${whoOf} as person_id from people.import_row r where ${comingRows(bringing)} and r.besides ? 'no'
    and ${mayTakeBackNewsletter(whoOf)})`
  const theirs = sql`purpose = 'newsletter' and until_at is null and person_id = any(array${saidNo})`
  await insertKept(
    act,
    { table: 'people.objection', key: ['person_id', 'purpose'] },
    sql`insert into people.objection (group_id, person_id, purpose, objected_at, channel)
      select ${act.group.id}, n.person_id, 'newsletter', ${act.at}, 'import' from ${saidNo} n on conflict do nothing`,
  )
  await keepManyForUndo(act, basis, theirs)
  await sql`update people.basis set until_at = ${act.at}, ended_because = 'objected' where ${theirs}`.execute(act.tx)
}
