import type { Job } from '../platform/jobs.ts'
import * as entries from './entries.ts'
import { dueEntries } from './entryList.ts'
import { publishDueJob } from './publication.ts'

/** Publishes one entry at its moment. */
export const publishDue: Job<{ entry: string }> = {
  name: publishDueJob.name,
  run: ({ act }, { entry }) => act((a) => entries.publishDue(a, entry)),
}

/** Every minute: what should have appeared while the program was down, each in an act of its own. */
export const publishAllDue: Job<Record<never, never>> = {
  name: 'publishing.publish_all_due',
  run: async ({ read, act }) => {
    for (const id of await read((tx) => dueEntries(tx, new Date()))) await act((a) => entries.publishDue(a, id))
  },
}

/** In SQL, so that all groups are asked at once whether there is anything to publish. */
export const someEntryIsDue = `exists (select from publishing.entry where status = 'scheduled' and published_at <= now())`
