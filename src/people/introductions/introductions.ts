import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import { aJob } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { enqueue } from '../../platform/jobs.ts'
import { eventType, record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Kind, Status } from '../kinds.ts'
import { nameOf } from '../places/lists.ts'
import { ASK_DAYS, daysAfter, mayAsk, type Way } from './rules.ts'

/** The journal says that somebody asked, and not who. */
export const introductionAsked = eventType<{ introduction: string }>('people.introduction_asked')
export const introductionEnded = eventType<{ introduction: string }>('people.introduction_ended')

/** By name, for who orders it. */
export const askOthersJob = { name: 'people.ask_others' } as const

/** Somebody who asks to meet others, as far as it matters here. */
export interface Asker {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly kind: Kind
  readonly able: boolean
  /** What they share with others, by way: the code and the name of a place. */
  readonly places: Readonly<Partial<Record<Way, { readonly code: string; readonly name: string }>>>
  readonly topics: readonly { readonly id: string; readonly name: string }[]
}

export async function askerOf(tx: Tx, personId: string): Promise<Asker | undefined> {
  const { rows } = await sql<Row>`
    select p.id, p.name, p.email, p.kind, p.status, p.restricted_at is not null as restricted, p.constituency, p.council, p.region,
      (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.position, t.name), '[]')
        from people.person_topic m join people.topic t on t.id = m.topic_id and t.list = 'interest' where m.person_id = p.id) as topics
    from people.person p where p.id = ${personId} and p.merged_into is null`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  const place = (code: string | null) => (code && nameOf(code) ? { code, name: nameOf(code)! } : undefined)
  const [constituency, council, region] = [place(row.constituency), place(row.council), place(row.region)]
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    kind: row.kind,
    able: row.status === 'current' && !row.restricted && (row.kind === 'member' || row.kind === 'supporter'),
    places: { ...(constituency && { constituency }), ...(council && { council }), ...(region && { region }) },
    topics: row.topics,
  }
}

interface Row {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly kind: Kind
  readonly status: Status
  readonly restricted: boolean
  readonly constituency: string | null
  readonly council: string | null
  readonly region: string | null
  readonly topics: readonly { readonly id: string; readonly name: string }[]
}

/** What somebody asked, and how it goes; counts only. */
export interface Introduction {
  readonly id: string
  readonly way: Way
  readonly shared: string
  readonly words: string
  readonly askedAt: Date
  readonly endsAt: Date
  readonly sought: boolean
  readonly asked: number
  readonly yes: number
}

export async function askedBy(tx: Tx, personId: string): Promise<readonly Introduction[]> {
  const { rows } = await sql<Omit<Introduction, 'shared'> & { place: string | null; topic: string | null }>`
    select i.id, i.by_what as way, i.place, t.name as topic, i.words, i.asked_at as "askedAt", i.ends_at as "endsAt",
      i.sought_at is not null as sought, count(a.person_id)::int as asked,
      (count(a.person_id) filter (where a.answer = 'yes'))::int as yes
    from people.introduction i left join people.topic t on t.id = i.topic_id
    left join people.introduction_answer a on a.introduction_id = i.id
    where i.person_id = ${personId} group by i.group_id, i.id, t.group_id, t.id order by i.asked_at desc`.execute(tx)
  return rows.map(({ place, topic, ...row }) => ({ ...row, shared: topic ?? (place && nameOf(place)) ?? 'Somewhere' }))
}

export interface Ask {
  readonly way: Way
  readonly topicId: string | null
  readonly words: string
}

/** What this asker shares by that way, or a Refusal that says what is missing. */
export function sharedBy(
  asker: Asker,
  { way, topicId }: Pick<Ask, 'way' | 'topicId'>,
): { code: string | null; name: string } {
  if (way === 'interest') {
    const topic = asker.topics.find(({ id }) => id === topicId)
    if (!topic) throw new Refusal('Choose one of your interests.', 422)
    return { code: null, name: topic.name }
  }
  const place = asker.places[way]
  if (!place) throw new Refusal('Your record has no postcode that says where this is.', 422)
  return place
}

/** Asks on behalf of a member. Who fits is looked for afterwards, so that the answer to the form tells nothing. */
export async function ask(act: Act, { way, topicId, words }: Ask): Promise<void> {
  const asker = await lockAsker(act)
  const shared = sharedBy(asker, { way, topicId })
  const before = await askedBy(act.tx, asker.id)
  if (
    !mayAsk(
      before.map(({ askedAt }) => askedAt),
      act.at,
    )
  )
    throw new Refusal('You have asked three times in a month. Wait until one of them is over.', 429)
  const { id } = await act.tx
    .insertInto('people.introduction')
    .values({
      group_id: act.group.id,
      person_id: asker.id,
      by_what: way,
      place: shared.code,
      topic_id: way === 'interest' ? topicId : null,
      words,
      asked_at: act.at,
      ends_at: daysAfter(act.at, ASK_DAYS),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(unnamed(act), introductionAsked, { introduction: id })
  await enqueue(act, { job: askOthersJob, payload: { introduction: id } })
}

/** The asker has had enough: nobody can say yes any more. */
export async function end(act: Act, id: string): Promise<void> {
  const { numUpdatedRows } = await act.tx
    .updateTable('people.introduction')
    .set({ ends_at: act.at })
    .where('id', '=', id)
    .where('person_id', '=', act.by.personId)
    .where('ends_at', '>', act.at)
    .executeTakeFirstOrThrow()
  if (!numUpdatedRows) throw new Refusal('This is over already.', 410)
  await record(unnamed(act), introductionEnded, { introduction: id })
}

/** Locked until the act ends, so that two forms sent at once count as two. */
async function lockAsker(act: Act): Promise<Asker> {
  const personId = act.by.personId!
  await act.tx.selectFrom('people.person').select('id').where('id', '=', personId).forUpdate().execute()
  const asker = await askerOf(act.tx, personId)
  if (!asker?.able || !asker.email) throw new Refusal('Introductions are between current members and supporters.', 403)
  return asker
}

export const unnamed = (act: Act): Act => ({ ...act, by: aJob(act.group.id) })
