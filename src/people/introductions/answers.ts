import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { eventType, record } from '../../platform/journal.ts'
import { type Letter, send } from '../../platform/letters.ts'
import { Refusal } from '../../platform/refusal.ts'
import { hashToken } from '../../platform/secret.ts'
import type { Kind } from '../kinds.ts'
import { nameOf } from '../places/lists.ts'
import { type Asker, askerOf, unnamed } from './introductions.ts'
import { shownWords, type Way } from './rules.ts'

export const introduced = eventType<{ introduction: string }>('people.introduced')

/** What stands behind a letter's link. */
export interface Question {
  readonly introductionId: string
  readonly askedId: string
  readonly answer: 'yes' | 'no' | null
  readonly asker: Asker
  readonly asked: { readonly name: string; readonly email: string; readonly kind: Kind }
  /** What the asker shows of themselves. */
  readonly shown: readonly string[]
}

/** By the token of a letter; null when it is over: ended, erased, or no token of ours. */
export async function find(
  tx: Tx,
  { token, group, at }: { token: string; group: string; at: Date },
): Promise<Question | null> {
  const { rows } = await sql<Row>`
    select i.id, i.person_id as asker, i.by_what as way, i.place, t.name as topic, i.words, a.answer, p.id as asked, p.name, p.email, p.kind
    from people.introduction_answer a
    join people.introduction i on i.id = a.introduction_id and (i.ends_at > ${at} or a.answer is not null)
    join people.person p on p.id = a.person_id and p.merged_into is null and p.status = 'current' and p.restricted_at is null
    left join people.topic t on t.id = i.topic_id
    where a.token_hash = ${hashToken(token)}`.execute(tx)
  const [row] = rows
  const asker = row && (await askerOf(tx, row.asker))
  if (!row || !asker?.able || !asker.email || !row.email) return null
  const shared = row.topic ?? (row.place && nameOf(row.place)) ?? ''
  return {
    introductionId: row.id,
    askedId: row.asked,
    answer: row.answer,
    asker,
    asked: { name: row.name, email: row.email, kind: row.kind },
    shown: shownWords({ name: asker.name, kind: asker.kind, group, way: row.way, shared, words: row.words }),
  }
}

interface Row {
  readonly id: string
  readonly asker: string
  readonly way: Way
  readonly place: string | null
  readonly topic: string | null
  readonly words: string
  readonly answer: 'yes' | 'no' | null
  readonly asked: string
  readonly name: string
  readonly email: string | null
  readonly kind: Kind
}

/** A yes introduces both, by a letter each. A no changes nothing that anybody else could see. Answered once. */
export async function give(act: Act, { token, answer }: { token: string; answer: 'yes' | 'no' }): Promise<void> {
  const { numUpdatedRows } = await act.tx
    .updateTable('people.introduction_answer')
    .set({ answer, answered_at: act.at })
    .where('token_hash', '=', hashToken(token))
    .where('answer', 'is', null)
    .executeTakeFirstOrThrow()
  const question = await find(act.tx, { token, group: act.group.name, at: act.at })
  if (!question || !(await stillOpen(act, question.introductionId))) throw new Refusal(OVER, 410)
  if (!numUpdatedRows) {
    if (question.answer === answer) return
    throw new Refusal('You have answered this already.')
  }
  if (answer === 'no') return
  const { asker, asked, shown } = question
  await send(act, toAsker(act.group.name, asker, asked))
  await send(act, toAsked(act.group.name, { asker, asked, shown }))
  await record(unnamed(act), introduced, { introduction: question.introductionId })
}

export const OVER = 'This is over: whoever asked has ended it, or a month has passed.'

async function stillOpen({ tx, at }: Act, id: string): Promise<boolean> {
  const found = await tx
    .selectFrom('people.introduction')
    .select('id')
    .where('id', '=', id)
    .where('ends_at', '>', at)
    .executeTakeFirst()
  return found !== undefined
}

const toAsker = (group: string, asker: Asker, asked: Question['asked']): Letter => ({
  kind: 'notice',
  to: asker.email!,
  subject: `${asked.name} would like to meet you`,
  body: `You asked to meet others in ${group}. ${asked.name}${asked.kind === 'supporter' ? ', a supporter,' : ''} says yes.

Write to them: ${asked.email}

They have your name, your email address and what you wrote. Nothing else.

${group}
`,
})

const toAsked = (group: string, { asker, asked, shown }: Pick<Question, 'asker' | 'asked' | 'shown'>): Letter => ({
  kind: 'service', // they said yes a moment ago
  to: asked.email,
  subject: `You are introduced to ${asker.name}`,
  body: `You said yes. This is what they wrote of themselves:

${shown.join('\n')}

Write to them, or wait until they write: ${asker.email}

They have your name${asked.kind === 'supporter' ? ', that you are a supporter,' : ''} and your email address, and nothing else.

${group}
`,
})
