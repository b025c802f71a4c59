import { insertMany, newIds } from '../../platform/bulk.ts'
import { safeUrl } from '../../writing/index.ts'
import { internalTarget } from '../wordpress/addresses.ts'
import type { ItemRecord } from '../wordpress/export.ts'
import type { Run } from './run.ts'

interface Target {
  readonly kind: 'entry' | 'term' | 'link'
  readonly entry_id: string | null
  readonly term_id: string | null
  readonly href: string | null
}

/**
 * Brings in one menu: the website has one. Of several the one named as the main menu is taken, else the longest. A menu
 * that was made here, or brought in before, is left as it is.
 */
export async function importMenu(run: Run): Promise<void> {
  const { act, survey, tally } = run
  const chosen = chooseMenu(survey.menuItems)
  for (const item of survey.menuItems.filter((one) => menuOf(one) !== chosen)) tally.leaveOut('menu_items', { reason: 'The website has one menu, and another was taken.', name: item.title })
  const items = survey.menuItems.filter((one) => menuOf(one) === chosen).sort((a, b) => a.menuOrder - b.menuOrder)
  if (!items.length) return
  const existing = await act.tx.selectFrom('publishing.menu_item').select('id').limit(1).executeTakeFirst()
  if (existing) return tally.add('menu_items', 'unchanged', items.length)
  const ids = await newIds(act, items.length)
  const byPostId = new Map(items.map((item, i) => [String(item.postId), ids[i]!]))
  const rows = []
  for (const [i, item] of items.entries()) {
    const target = await targetOf(run, item)
    if (typeof target === 'string') {
      tally.leaveOut('menu_items', { reason: target, name: item.title })
      byPostId.delete(String(item.postId))
      continue
    }
    tally.add('menu_items', 'made')
    rows.push({ id: ids[i], position: i + 1, label: await labelOf(run, item, target), above: item.meta['_menu_item_menu_item_parent'] ?? '0', ...target })
  }
  await insertMany(act, 'publishing.menu_item', rows.map(({ above, ...row }) => ({ ...row, parent_id: byPostId.get(above) ?? null })))
}

const menuOf = (item: ItemRecord): string => item.terms.find(({ domain }) => domain === 'nav_menu')?.slug ?? ''

function chooseMenu(items: readonly ItemRecord[]): string {
  const sizes = new Map<string, number>()
  for (const item of items) sizes.set(menuOf(item), (sizes.get(menuOf(item)) ?? 0) + 1)
  const named = [...sizes.keys()].find((slug) => /main|primary|principal|top|header/.test(slug))
  return named ?? [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}

/** Where a menu item leads here; a sentence when it leads to nothing that came in. */
async function targetOf({ act, source, survey }: Run, { meta }: ItemRecord): Promise<Target | string> {
  const nothing = { entry_id: null, term_id: null, href: null }
  const id = meta['_menu_item_object_id'] ?? ''
  if (meta['_menu_item_type'] === 'custom') {
    const url = meta['_menu_item_url'] ?? ''
    const href = safeUrl(internalTarget(url, survey.site) ?? url)
    return href && href.length <= 1000 ? { ...nothing, kind: 'link', href } : 'It leads to no address that may stand in a link.'
  }
  const kinds = meta['_menu_item_type'] === 'taxonomy' ? [`category:${id}`, `tag:${id}`] : [`post:${id}`]
  const { record_id: recordId, item } = (await act.tx.selectFrom('publishing.origin').select(['record_id', 'item']).where('source', '=', source).where('item', 'in', kinds).executeTakeFirst()) ?? {}
  if (!recordId) return 'What it leads to did not come in.'
  if (!item!.startsWith('post:')) return { ...nothing, kind: 'term', term_id: recordId }
  const entry = await act.tx.selectFrom('publishing.entry').select('id').where('id', '=', recordId).executeTakeFirst()
  return entry ? { ...nothing, kind: 'entry', entry_id: recordId } : 'What it leads to did not come in.'
}

async function labelOf({ act }: Run, item: ItemRecord, { entry_id: entryId, term_id: termId }: Target): Promise<string> {
  if (item.title.trim()) return item.title.trim().slice(0, 100)
  if (termId) return (await act.tx.selectFrom('publishing.term').select('name').where('id', '=', termId).executeTakeFirstOrThrow()).name.slice(0, 100)
  if (!entryId) return 'Link'
  const { title } = await act.tx
    .selectFrom('publishing.entry as e')
    .innerJoin('writing.text as t', 't.document_id', 'e.document_id')
    .select('t.title')
    .where('e.id', '=', entryId)
    .whereRef('t.number', '=', 't.latest')
    .executeTakeFirstOrThrow()
  return title.slice(0, 100)
}
