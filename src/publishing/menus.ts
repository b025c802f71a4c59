import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import { record } from '../platform/journal.ts'
import { Refusal } from '../platform/refusal.ts'
import { keepForUndo } from '../platform/undo.ts'
import { safeUrl } from '../writing/index.ts'
import { menuChanged } from './events.ts'

/** Where an item of the menu leads. */
export type Target =
  | { readonly kind: 'entry'; readonly entryId: string }
  | { readonly kind: 'term'; readonly termId: string }
  | { readonly kind: 'link'; readonly href: string }

/** An item as it stands in the menu; `level` 1 stands below the last item of level 0 before it. */
export interface MenuItem {
  readonly label: string
  readonly level: 0 | 1
  readonly target: Target
}

/** The menu in reading order. What deeper levels an import brought are shown as the second. */
export async function read(tx: Tx): Promise<readonly MenuItem[]> {
  const rows = await tx.selectFrom('publishing.menu_item').selectAll().orderBy('position').orderBy('id').execute()
  const below = (parent: string | null, level: 0 | 1): MenuItem[] =>
    rows
      .filter((row) => row.parent_id === parent)
      .flatMap((row) => [{ label: row.label, level, target: targetOf(row) }, ...below(row.id, 1)])
  return below(null, 0)
}

/** Puts a new menu in place of the old one. */
export async function save(act: Act, items: readonly MenuItem[]): Promise<void> {
  await checkTargets(act.tx, items)
  await clear(act)
  let parent: string | null = null
  for (const [position, item] of items.entries()) {
    const id = await insert(act, item, { position, parentId: item.level === 1 ? parent : null })
    if (item.level === 0 || parent === null) parent = id
  }
  await record(act, menuChanged, { items: items.length })
}

interface Row {
  kind: string
  entry_id: string | null
  term_id: string | null
  href: string | null
}

function targetOf({ kind, entry_id, term_id, href }: Row): Target {
  if (kind === 'entry') return { kind, entryId: entry_id! }
  return kind === 'term' ? { kind, termId: term_id! } : { kind: 'link', href: href! }
}

/** Children are kept first: undo goes backwards and needs each parent in place. */
async function clear(act: Act): Promise<void> {
  const rows = await act.tx.selectFrom('publishing.menu_item').select(['id', 'parent_id']).execute()
  const left = new Map(rows.map((row) => [row.id, row.parent_id]))
  while (left.size) {
    const parents = new Set(left.values())
    for (const id of [...left.keys()].filter((one) => !parents.has(one))) {
      await keepForUndo(act, { table: 'publishing.menu_item', key: { id } })
      left.delete(id)
    }
  }
  await act.tx.deleteFrom('publishing.menu_item').execute()
}

async function insert(
  act: Act,
  { label, target }: MenuItem,
  place: { position: number; parentId: string | null },
): Promise<string> {
  const { id } = await act.tx
    .insertInto('publishing.menu_item')
    .values({
      group_id: act.group.id,
      parent_id: place.parentId,
      position: place.position,
      label,
      kind: target.kind,
      entry_id: target.kind === 'entry' ? target.entryId : null,
      term_id: target.kind === 'term' ? target.termId : null,
      href: target.kind === 'link' ? target.href : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepForUndo(act, { table: 'publishing.menu_item', key: { id }, inserted: true })
  return id
}

async function checkTargets(tx: Tx, items: readonly MenuItem[]): Promise<void> {
  const targets = items.map(({ target }) => target)
  const unsafe = targets.find((target) => target.kind === 'link' && safeUrl(target.href) !== target.href)
  if (unsafe) throw new Refusal('A link begins with https://, or with / for a page of this website.', 422)
  await checkKnown(
    tx,
    'publishing.entry',
    targets.flatMap((target) => (target.kind === 'entry' ? [target.entryId] : [])),
  )
  await checkKnown(
    tx,
    'publishing.term',
    targets.flatMap((target) => (target.kind === 'term' ? [target.termId] : [])),
  )
}

async function checkKnown(
  tx: Tx,
  table: 'publishing.entry' | 'publishing.term',
  ids: readonly string[],
): Promise<void> {
  if (!ids.length) return
  const rows = await tx.selectFrom(table).select('id').where('id', 'in', ids).execute()
  if (rows.length < new Set(ids).size) throw new Refusal('Something in the menu is no longer there.', 422)
}
