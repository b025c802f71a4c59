import type { Tx } from '../../platform/database.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { readSettings } from '../../platform/settings.ts'
import { aboutSetting } from '../public/settings.ts'
import { parentsFirst } from '../import/forest.ts'
import { entryItems, type Leaving } from './entryItems.ts'
import { menuItems } from './menuItems.ts'
import { pictureItems } from './pictureItems.ts'
import { makePlan, type PlannedItem } from './plan.ts'
import { addressXml, authorXml, commentXml, FOOT_XML, headXml, ITEM_END, itemXml, menuXml, termXml } from './wxr.ts'

export interface SiteExport {
  /** The site's address as the file is to tell it, without a last slash: 'https://group.example'. */
  readonly home: string
  readonly at: Date
  /** Told after each page of items. */
  readonly onProgress?: (done: number, total: number) => void
}

/** Items and comments read at once. */
const ITEMS_A_PAGE = 50
const COMMENTS_A_PAGE = 500
const ADDRESSES_A_PAGE = 500

/**
 * The group's whole website as WXR 1.2, piece by piece, as it stood at one moment: one transaction, which holds its
 * connection until the last piece is taken. Feed it to a file, never to somebody's slow line. Memory holds a page of items
 * and the numbers of all.
 */
export async function* exportSite(context: GroupContext, options: SiteExport): AsyncGenerator<string, void> {
  const { group, services } = context
  const tx = await services.databases.snapshot(group.id)
  try {
    const { about } = await readSettings(tx, { about: aboutSetting })
    const { home, at, onProgress } = options
    const leaving: Leaving = { tx, plan: await makePlan(tx), home, zone: group.zone }
    yield headXml({ title: group.name, description: about, home, at })
    yield* headRecords(leaving)
    yield* items(leaving, onProgress)
    for (const item of await menuItems(leaving)) yield itemXml(item, leaving) + ITEM_END
    yield FOOT_XML
  } finally {
    await tx.rollback().execute()
  }
}

async function* headRecords({ tx, plan }: Leaving): AsyncGenerator<string> {
  yield* await authors(tx, plan.authors)
  yield* await terms(tx, plan.terms)
  yield menuXml(plan.menu)
  for (let after = ''; ;) {
    const rows = await tx
      .selectFrom('publishing.address')
      .select(['path', 'target'])
      .where('entry_id', 'is', null)
      .where('path', '>', after)
      .orderBy('path')
      .limit(ADDRESSES_A_PAGE)
      .execute()
    yield rows.map(addressXml).join('')
    if (rows.length < ADDRESSES_A_PAGE) return
    after = rows.at(-1)!.path
  }
}

async function authors(tx: Tx, numbers: ReadonlyMap<string, number>): Promise<string[]> {
  const rows = await tx.selectFrom('publishing.author').select(['id', 'slug', 'name', 'about', 'pen_name']).execute()
  return rows
    .map(({ id, slug, pen_name, ...words }) => ({ ...words, login: slug, penName: pen_name, number: numbers.get(id)! }))
    .toSorted((a, b) => a.number - b.number)
    .map(authorXml)
}

/** What stands above comes first: WordPress makes categories in the order in which it meets them. */
async function terms(tx: Tx, numbers: ReadonlyMap<string, number>): Promise<string[]> {
  const rows = await tx.selectFrom('publishing.term').selectAll().execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const sorted = rows.toSorted((a, b) => numbers.get(a.id)! - numbers.get(b.id)!)
  return parentsFirst(new Map(sorted.map(({ id, parent_id }) => [id, parent_id]))).map(({ id, above }) => {
    const { taxonomy, slug, name, description } = byId.get(id)!
    const parentSlug = above === null ? '' : (byId.get(above)?.slug ?? '')
    return termXml({ number: numbers.get(id)!, taxonomy, slug, name, description, parentSlug })
  })
}

async function* items(leaving: Leaving, onProgress: SiteExport['onProgress']): AsyncGenerator<string> {
  const all = leaving.plan.items
  for (let start = 0; start < all.length; start += ITEMS_A_PAGE) {
    yield* page(leaving, all.slice(start, start + ITEMS_A_PAGE))
    onProgress?.(Math.min(start + ITEMS_A_PAGE, all.length), all.length)
  }
}

async function* page(leaving: Leaving, planned: readonly PlannedItem[]): AsyncGenerator<string> {
  const idsOf = (wanted: PlannedItem['kind']) => planned.flatMap(({ kind, id }) => (kind === wanted ? [id] : []))
  const [entryIds, pictureIds] = [idsOf('entry'), idsOf('picture')]
  const entries = await entryItems(leaving, entryIds)
  const pictures = pictureIds.length ? await pictureItems(leaving, pictureIds) : new Map()
  for (const { id } of planned) {
    const entry = entries.get(id)
    yield itemXml(entry?.item ?? pictures.get(id)!, leaving)
    if (entry?.comments) yield* comments(leaving, id)
    yield ITEM_END
  }
}

/** By their numbers, so that the file does not depend on how rows lie; a thread's parents are named by number. */
async function* comments({ tx, plan, zone }: Leaving, entryId: string): AsyncGenerator<string> {
  const rows = await tx.selectFrom('publishing.comment').select('id').where('entry_id', '=', entryId).execute()
  const ids = rows.map(({ id }) => id).toSorted((a, b) => plan.comments.get(a)! - plan.comments.get(b)!)
  for (let start = 0; start < ids.length; start += COMMENTS_A_PAGE) {
    const wanted = ids.slice(start, start + COMMENTS_A_PAGE)
    const words = await tx.selectFrom('publishing.comment').selectAll().where('id', 'in', wanted).execute()
    const byId = new Map(words.map((row) => [row.id, row]))
    for (const id of wanted) {
      const row = byId.get(id)!
      yield commentXml(
        {
          number: plan.comments.get(id)!,
          parent: (row.parent_id && plan.comments.get(row.parent_id)) || 0,
          author: row.author_name,
          email: row.author_email ?? '',
          url: row.author_url ?? '',
          at: row.written_at,
          body: row.body,
          status: row.status,
          official: row.official,
        },
        zone,
      )
    }
  }
}
