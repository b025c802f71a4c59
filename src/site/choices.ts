import type { Tx } from '../platform/database.ts'
import { listEntries, pictures } from '../publishing/index.ts'
import type { Choices } from './settings/section.ts'

/** The published pages and the newest pictures, for the settings that choose one. */
export async function choicesOf(tx: Tx): Promise<Choices> {
  const { pictures: shown } = await pictures.list(tx, 1)
  const { rows } = await listEntries(tx, { kind: 'page', status: 'published', page: 1 })
  return {
    pages: rows.flatMap(({ id, title, path }) => (path ? [{ id, title, path }] : [])),
    pictures: shown.map(({ id, alt, path }) => ({ id, label: alt || path.split('/').at(-1)! })),
  }
}
