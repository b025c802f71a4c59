import { insertMany } from '../../platform/bulk.ts'
import { safeUrl } from '../../writing/index.ts'
import { hrefOf } from '../public/paths.ts'
import { withoutSlash } from '../rules.ts'
import { normalPath } from '../wordpress/addresses.ts'
import type { AddressRecord } from '../wordpress/export.ts'
import { LONGEST_PATH } from './rules.ts'
import type { Run } from './run.ts'

/** Rows of one statement. */
const AT_ONCE = 1000

/** Brings in the addresses of an export of ours at which nothing stands any more, where nothing stands here either. */
export async function importAddresses(run: Run): Promise<void> {
  const usable = run.survey.addresses.filter(isUsable)
  for (let start = 0; start < usable.length; start += AT_ONCE) await bring(run, usable.slice(start, start + AT_ONCE))
}

async function bring({ act, tally }: Run, some: readonly AddressRecord[]): Promise<void> {
  const paths = some.map(({ path }) => path)
  const rows = await act.tx.selectFrom('publishing.address').select('path').where('path', 'in', paths).execute()
  const held = new Set(rows.map(({ path }) => path))
  const fresh = new Map(some.filter(({ path }) => !held.has(path)).map((one) => [one.path, one]))
  await insertMany(
    act,
    'publishing.address',
    [...fresh.values()].map(({ path, target }) => ({ path, kind: target === null ? 'gone' : 'redirect', target })),
  )
  tally.add('addresses', 'made', fresh.size)
  tally.add('addresses', 'unchanged', some.length - fresh.size)
}

function isUsable({ path, target }: AddressRecord): boolean {
  if (path === '/' || Buffer.byteLength(path) > LONGEST_PATH || (target ?? '').length > 1000) return false
  const normal = normalPath(hrefOf(path))
  const isPath = normal !== null && withoutSlash(normal) === withoutSlash(path)
  return isPath && (target === null || (target.startsWith('/') && safeUrl(target) !== null))
}
