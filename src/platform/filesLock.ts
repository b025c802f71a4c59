import type pg from 'pg'
import { alone } from './alone.ts'
import { FILES_LOCK } from './archive/lock.ts'

/** Does what takes stored files away while nobody copies them. Says false, and does nothing, when an archive or a restore is under way. */
export async function aloneWithFiles(pool: pg.Pool, work: () => Promise<void>): Promise<boolean> {
  return (await alone(pool, FILES_LOCK, work)) !== 'busy'
}
