import { sql } from 'kysely'
import { z } from 'zod'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { line } from '../../platform/fields.ts'
import { eventType, record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import { keepForUndo } from '../../platform/undo.ts'
import type { Asking } from './list.ts'

export const bodyAdded = eventType<{ body: string }>('people.body_added')
export const bodyChanged = eventType<{ body: string }>('people.body_changed')
export const bodyRemoved = eventType<{ body: string }>('people.body_removed')

export const bodyForm = z.object({
  name: line(200, 'the name').min(1, 'Enter the name of the body.'),
  website: z
    .string()
    .trim()
    .max(500, 'Keep the address under 501 characters.')
    .refine(
      (typed) => typed === '' || (/^https?:\/\//i.test(typed) && URL.canParse(typed)),
      'Enter an address like https://example.org.',
    )
    .transform((typed) => (typed === '' ? null : typed)),
  about: z.string().trim().max(2000, 'Keep this under 2,001 characters.').default(''),
})
type BodyForm = z.infer<typeof bodyForm>

/** A partner body: a union, a charity, a council department. */
export interface Body {
  readonly id: string
  readonly name: string
  readonly website: string | null
  readonly about: string
}
export interface ListedBody extends Body {
  /** Of people the officer sees, who sit there today. */
  readonly people: number
}

/** All bodies by name, with how many the officer sees at their desks. */
export async function all(tx: Tx, { eyes }: Pick<Asking, 'eyes'>): Promise<readonly ListedBody[]> {
  const { rows } = await sql<ListedBody>`
    select b.id, b.name, b.website, b.about, (select count(*)::int from people.desk d join people.person p on p.id = d.person_id
      where d.body_id = b.id and d.to_on is null and ${eyes.rows ?? sql`true`}) as people
    from people.body b order by lower(b.name), b.id`.execute(tx)
  return rows
}

export const find = (tx: Tx, id: string): Promise<Body | undefined> =>
  tx.selectFrom('people.body').select(['id', 'name', 'website', 'about']).where('id', '=', id).executeTakeFirst()

export async function add(act: Act, form: BodyForm): Promise<string> {
  await refuseSameName(act.tx, form.name)
  const { id } = await act.tx
    .insertInto('people.body')
    .values({ group_id: act.group.id, ...form })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepForUndo(act, { table: 'people.body', key: { id }, inserted: true })
  await record(act, bodyAdded, { body: id })
  return id
}

export async function change(act: Act, id: string, form: BodyForm): Promise<void> {
  await refuseSameName(act.tx, form.name, id)
  await keepForUndo(act, { table: 'people.body', key: { id } })
  const { numUpdatedRows } = await act.tx.updateTable('people.body').set(form).where('id', '=', id).executeTakeFirst()
  if (!numUpdatedRows) throw new Refusal('There is no such body.', 404)
  await record(act, bodyChanged, { body: id })
}

/** Only one at which nobody ever sat: the others are part of people's history. */
export async function remove(act: Act, id: string): Promise<void> {
  const desk = await act.tx.selectFrom('people.desk').select('id').where('body_id', '=', id).executeTakeFirst()
  if (desk) throw new Refusal('People sit or sat there, which is part of their history. End their desks instead.')
  await keepForUndo(act, { table: 'people.body', key: { id } })
  const { numDeletedRows } = await act.tx.deleteFrom('people.body').where('id', '=', id).executeTakeFirst()
  if (!numDeletedRows) throw new Refusal('There is no such body.', 404)
  await record(act, bodyRemoved, { body: id })
}

async function refuseSameName(tx: Tx, name: string, except?: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from people.body where lower(name) = lower(${name})`.execute(tx)
  if (rows.some(({ id }) => id !== except)) throw new Refusal('There is a body of this name already.', 422)
}
