import { sql } from 'kysely'
import { fill } from '../../src/mailing/sending/deliveries.ts'
import { GRACE } from '../../src/mailing/sending/rules.ts'
import type { GroupContext } from '../../src/platform/slice.ts'
import type { Plan } from '../plan.ts'
import { decidedLetter, type Post } from '../post.ts'
import { processorTime } from '../processes.ts'
import type { Figure } from '../table.ts'

/** Who gets a letter is written down: of people the database knows nothing of yet, and again when it has looked at them. */
export async function queueing(post: Post, { queued }: Plan): Promise<Figure[]> {
  await post.ask(`alter table people.person set (autovacuum_enabled = off)`)
  await post.ask(`alter table people.basis set (autovacuum_enabled = off)`)
  const context = await post.group('queued', queued)
  const unknown = await filled(post, context)
  await post.ask('analyze people.person, people.basis, mailing.delivery, mailing.letter')
  const known = await filled(post, context)
  return [figureOf('nothing analyzed', queued, unknown), figureOf('all analyzed', queued, known)]
}

const figureOf = (how: string, queued: number, { seconds, cpu }: { seconds: number; cpu: number }): Figure => ({
  name: `${queued} deliveries queued, ${how}`,
  value: queued / seconds,
  unit: 'rows/s',
  target: 15_000,
  least: true,
  note: `${seconds.toFixed(1)} s; ${(cpu / 1000).toFixed(1)} s CPU of the database`,
})

/** Nobody sends it: its time has not come, and it is paused in the same transaction. */
async function filled({ place, ask }: Post, context: GroupContext): Promise<{ seconds: number; cpu: number }> {
  const id = await decidedLetter(context, new Date())
  const [before, since] = [processorTime(place.pids()), performance.now()]
  await context.act(async (act) => {
    await fill({ ...act, at: new Date(act.at.getTime() + 2 * GRACE) }, id)
    await sql`update mailing.letter set state = 'paused' where id = ${id}`.execute(act.tx)
  })
  const seconds = (performance.now() - since) / 1000
  const cpu = processorTime(place.pids()) - before
  const [made] = await ask<{ n: number }>('select count(*)::int as n from mailing.delivery where letter_id = $1', [id])
  if (!made?.n) throw new Error('Nobody was queued.')
  return { seconds, cpu }
}
