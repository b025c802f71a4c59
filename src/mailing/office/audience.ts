import { sql } from 'kysely'
import { register } from '../../people/index.ts'
import type { Act } from '../../platform/act.ts'
import { record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import { keepForUndo } from '../../platform/undo.ts'
import { audienceChosen } from './events.ts'

/** The view is gone since the page was shown. Said beside the field. */
export class NoSuchView extends Refusal {}

/**
 * Says whom a draft is for: a view of the register, or everybody when none is named. The view's query is copied, so that who
 * gets the letter changes with people and not with the view.
 */
export async function choose(act: Act, id: string, viewId: string | null): Promise<void> {
  const { rows } = await sql<{ state: string }>`select state from mailing.letter where id = ${id} for update`.execute(
    act.tx,
  )
  if (!rows[0]) throw new Refusal('There is no such letter.', 404)
  if (rows[0].state !== 'draft')
    throw new Refusal(
      'This letter was decided already. Call it back first, as long as it has not begun to go out.',
      409,
    )
  const view = viewId === null ? { query: '', name: '' } : await viewNamed(act, viewId)
  await keepForUndo(act, { table: 'mailing.letter', key: { id } })
  await sql`update mailing.letter set audience = ${view.query}, audience_name = ${view.name} where id = ${id}`.execute(
    act.tx,
  )
  await record(act, audienceChosen, { letter: id })
}

async function viewNamed({ tx, by }: Act, id: string): Promise<{ query: string; name: string }> {
  const view = (await register.savedViews.visibleTo(tx, by.personId)).find((one) => one.id === id)
  if (!view) throw new NoSuchView('That view is no longer there. Choose another.', 422)
  return view
}
