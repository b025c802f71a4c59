import { sql } from 'kysely'
import { insertMany, newIds } from '../../platform/bulk.ts'
import { safeUrl } from '../../writing/index.ts'
import { internalTarget } from '../wordpress/addresses.ts'
import type { ItemRecord } from '../wordpress/export.ts'
import { parentsFirst } from './forest.ts'
import { cut } from './rules.ts'
import type { Run } from './run.ts'

interface Target {
  readonly kind: 'entry' | 'term' | 'link'
  readonly entry_id: string | null
  readonly term_id: string | null
  readonly href: string | null
}

/** What came in and can stand in a menu, by item key, with what it is called. */
interface Destination {
  readonly item: string
  readonly entryId: string | null
  readonly termId: string | null
  readonly name: string
}

interface Line {
  readonly item: ItemRecord
  readonly target: Target
  readonly label: string
}

/**
 * Brings in one menu: the website has one. Of several the one named as the main menu is taken, else the longest. A menu
 * that was made here, or brought in before, is left as it is.
 */
export async function importMenu(run: Run): Promise<void> {
  const { act, survey, tally } = run
  const chosen = chooseMenu(survey.menuItems)
  for (const item of survey.menuItems.filter((one) => menuOf(one) !== chosen))
    tally.leaveOut('menu_items', { reason: 'The website has one menu, and another was taken.', name: item.title })
  const lines = await linesOf(
    run,
    survey.menuItems.filter((one) => menuOf(one) === chosen).toSorted((a, b) => a.menuOrder - b.menuOrder),
  )
  const existing = await act.tx.selectFrom('publishing.menu_item').select('id').limit(1).executeTakeFirst()
  tally.add('menu_items', existing ? 'unchanged' : 'made', lines.length)
  if (!existing) await insertMenu(run, lines)
}

const menuOf = (item: ItemRecord): string => item.terms.find(({ domain }) => domain === 'nav_menu')?.slug ?? ''

function chooseMenu(items: readonly ItemRecord[]): string {
  const sizes = new Map<string, number>()
  for (const item of items) sizes.set(menuOf(item), (sizes.get(menuOf(item)) ?? 0) + 1)
  const named = [...sizes.keys()].find((slug) => /main|primary|principal|top|header/.test(slug))
  return named ?? [...sizes].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}

/** The items that lead somewhere; the others are left out, with the reason. */
async function linesOf(run: Run, items: readonly ItemRecord[]): Promise<Line[]> {
  const destinations = await destinationsOf(run, items.flatMap(keysOf))
  return items.flatMap((item) => {
    const destination = keysOf(item)
      .map((key) => destinations.get(key))
      .find((found) => found !== undefined)
    const target = targetOf(run, item, destination)
    if (typeof target !== 'string')
      return [{ item, target, label: cut(item.title.trim() || destination?.name || 'Link', 100) }]
    run.tally.leaveOut('menu_items', { reason: target, name: item.title })
    return []
  })
}

function keysOf({ meta }: ItemRecord): string[] {
  const id = (meta['_menu_item_object_id'] ?? '').slice(0, 20)
  if (meta['_menu_item_type'] === 'custom') return []
  return meta['_menu_item_type'] === 'taxonomy' ? [`category:${id}`, `tag:${id}`] : [`post:${id}`]
}

/** Where a menu item leads here; a sentence when it leads to nothing that came in. */
function targetOf({ survey }: Run, { meta }: ItemRecord, destination: Destination | undefined): Target | string {
  const nothing = { entry_id: null, term_id: null, href: null }
  if (meta['_menu_item_type'] === 'custom') {
    const url = meta['_menu_item_url'] ?? ''
    const href = safeUrl((survey.site.isOurs ? null : internalTarget(url, survey.site)) ?? url)
    return href && href.length <= 1000
      ? { ...nothing, kind: 'link', href }
      : 'It leads to no address that may stand in a link.'
  }
  if (destination?.termId) return { ...nothing, kind: 'term', term_id: destination.termId }
  if (destination?.entryId) return { ...nothing, kind: 'entry', entry_id: destination.entryId }
  return 'What it leads to did not come in.'
}

async function destinationsOf(
  { act, source }: Run,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Destination>> {
  if (!keys.length) return new Map()
  const { rows } = await sql<Destination>`
    select o.item, e.id as "entryId", t.id as "termId", coalesce(d.title, t.name) as name from publishing.origin o
    left join publishing.entry e on e.id = o.record_id
    left join writing.text d on d.document_id = e.document_id and d.number = d.latest
    left join publishing.term t on t.id = o.record_id
    where o.source = ${source} and o.item = any(${keys}) and (e.id is not null or t.id is not null)`.execute(act.tx)
  return new Map(rows.map((row) => [row.item, row]))
}

/** Positions count among all items; an item below one that was left out stands at the top. */
async function insertMenu({ act }: Run, lines: readonly Line[]): Promise<void> {
  const ids = await newIds(act, lines.length)
  const byPostId = new Map(lines.map(({ item }, i) => [String(item.postId), ids[i]!]))
  const above = new Map(
    lines.map(({ item }, i) => [ids[i]!, byPostId.get(item.meta['_menu_item_menu_item_parent'] ?? '0') ?? null]),
  )
  const parents = new Map(parentsFirst(above).map((one) => [one.id, one.above]))
  await insertMany(
    act,
    'publishing.menu_item',
    lines.map(({ label, target }, i) => ({
      id: ids[i],
      parent_id: parents.get(ids[i]!) ?? null,
      position: i + 1,
      label,
      ...target,
    })),
  )
}
