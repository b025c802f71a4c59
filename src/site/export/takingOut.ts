import { deliverExport } from '../../platform/exportDelivery.ts'
import { HOURS_KEPT } from '../../platform/exports.ts'
import type { Act } from '../../platform/act.ts'
import { homeOf } from '../../platform/origin.ts'
import type { Job } from '../../platform/jobs.ts'
import { send } from '../../platform/letters.ts'
import type { GroupContext, Slice } from '../../platform/slice.ts'
import { storeZip } from '../../platform/zipFile.ts'
import { persons } from '../../people/index.ts'
import { packGroup } from './groupExport.ts'

export const EXPORT_HOME = '/office/export'
/** The job by its name: who queues it knows nothing of the slices. */
export const takeGroupOutJob = { name: 'site.take_group_out' }

/** Makes the export an officer asked for, of all that the given slices contribute, and tells them by letter. */
export const takeGroupOut = (slices: readonly Slice[]): Job<{ export: string }> => ({
  name: takeGroupOutJob.name,
  run: (context, { export: id }) =>
    deliverExport(context, {
      id,
      make: ({ reason, askedAt: at }) =>
        storeZip(context.services.files, {
          groupId: context.group.id,
          at,
          fill: (pack) => packGroup(context, { slices, reason, at }, pack),
        }),
      whenReady: (act, { askedBy }) => tell(context, act, askedBy),
    }),
})

/** Neutral: whoever sees the letter over a shoulder learns nothing of what is in the file. */
async function tell({ services, group }: GroupContext, act: Act, askedBy: string): Promise<void> {
  const person = await persons.find(act.tx, askedBy)
  if (!person?.email) return
  await send(act, {
    kind: 'service',
    to: person.email,
    subject: 'The file you asked for is ready',
    body: `The file you asked for is ready. Sign in to fetch it:

${homeOf(services, group)}${EXPORT_HOME}

It is kept for ${HOURS_KEPT} hours. Only you can fetch it. If you did not ask for a file, tell the other officers.
`,
  })
}
