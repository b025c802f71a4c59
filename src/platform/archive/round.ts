import type pg from 'pg'
import type { Config } from '../config.ts'
import type { Check } from '../slice.ts'
import type { Round } from '../tasks.ts'
import { writeArchive } from './archive.ts'
import { ownArchives } from './folder.ts'

const DAY = 86_400_000
/** An archive is late when the one of today is missing, with half a day for a long one and for a machine that was off. */
const LATE = 1.5 * DAY

/** The daily archive of all groups; none unless a folder for it is set. */
export function archiveRounds({ archiveTo, archiveAt, archiveKeep }: Config, owner: pg.ClientConfig): Round[] {
  if (!archiveTo) return []
  const [hour, minute] = archiveAt.split(':').map(Number)
  return [
    {
      name: 'platform.archive',
      cron: `${minute} ${hour} * * *`,
      run: async (services) => {
        const made = await writeArchive({ owner, services }, { folder: archiveTo, keep: archiveKeep })
        services.log.info(
          `archive made: ${made.groups} groups, ${made.rows} rows, ${made.files} files, ${made.missing} files missing`,
        )
      },
    },
  ]
}

/** What `doctor` says about archives made by the clock. */
export async function archiveCheck({ archiveTo, secret }: Kept, now: Date): Promise<Check> {
  const subject = 'Archive'
  if (!archiveTo)
    return {
      subject,
      state: 'attention',
      sentence:
        'None is made by itself. Set ARCHIVE_TO to a folder on another disk, or run “archive” by a clock of your own.',
    }
  const found = await ownArchives({ path: archiveTo, secret }).catch(() => null)
  if (!found) return { subject, state: 'missing', sentence: `The folder ${archiveTo} cannot be read.` }
  const last = found.find(({ kind }) => kind === 'all')
  if (!last)
    return { subject, state: 'attention', sentence: `None in ${archiveTo} yet. Run “archive” now, and see it there.` }
  const hours = Math.floor((now.getTime() - last.madeAt.getTime()) / 3_600_000)
  const age = hours < 1 ? 'less than an hour' : hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`
  const late = now.getTime() - last.madeAt.getTime() > LATE
  return {
    subject,
    state: late ? 'attention' : 'ok',
    sentence: `The last one is ${age} old${late ? ', older than it should be: look in the log for “job platform.archive”' : ''}.`,
  }
}

interface Kept {
  readonly archiveTo: string | undefined
  readonly secret: string
}
