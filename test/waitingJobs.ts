import type { KnownGroup } from '../src/platform/groups.ts'
import type { Ids } from '../src/platform/journal.ts'
import type { Job } from '../src/platform/jobs.ts'
import type { TestInstallation } from './installation.ts'

/**
 * Does the jobs of one kind that wait, as the worker would, and no others: letters stay as they were written, because handing
 * them over would empty them. The jobs stay in the queue too, so that each is done again the next time: they must not mind.
 */
export async function doWaiting<P extends Ids>(
  installation: TestInstallation,
  group: Pick<KnownGroup, 'id'>,
  job: Job<P>,
): Promise<void> {
  const { rows } = await installation.services.pool.query<{ payload: P }>(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = $1 and (j.payload ->> 'group')::int = $2 order by j.id`,
    [job.name, group.id],
  )
  const known = installation.services.groups.byId(group.id)!
  for (const { payload } of rows) await job.run(installation.context(known), payload)
}
