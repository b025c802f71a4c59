import type { Leaving } from './entryItems.ts'
import { type ExportedItem, MENU } from './wxr.ts'

/** No menu item has a date here, and the same menu is to make the same file. */
const NO_DATE = new Date(0)

/** The menu in its order. A menu is small: all of it at once. */
export async function menuItems({ tx, plan, home }: Leaving): Promise<readonly ExportedItem[]> {
  const rows = await tx
    .selectFrom('publishing.menu_item as m')
    .leftJoin('publishing.entry as e', 'e.id', 'm.entry_id')
    .leftJoin('publishing.term as t', 't.id', 'm.term_id')
    .select(['m.id', 'm.parent_id', 'm.label', 'm.kind', 'm.entry_id', 'm.term_id', 'm.href'])
    .select(['e.kind as entryKind', 't.taxonomy'])
    .orderBy('m.position')
    .orderBy('m.id')
    .execute()
  const numbers = new Map(rows.map(({ id }, i) => [id, plan.firstMenuItem + i]))
  return rows.map((row, i) => {
    const number = numbers.get(row.id)!
    const target = targetOf(row, { ...plan, number })
    return {
      number,
      type: 'nav_menu_item',
      title: row.label,
      link: `${home}/?p=${number}`,
      slug: String(number),
      status: 'publish',
      at: NO_DATE,
      modifiedAt: NO_DATE,
      login: '',
      content: '',
      excerpt: '',
      parent: 0,
      position: i + 1,
      sticky: false,
      commentsOpen: false,
      attachmentUrl: null,
      terms: [{ domain: 'nav_menu', ...MENU }],
      meta: {
        _menu_item_type: target.type,
        _menu_item_menu_item_parent: String((row.parent_id && numbers.get(row.parent_id)) || 0),
        _menu_item_object_id: String(target.id),
        _menu_item_object: target.object,
        _menu_item_target: '',
        _menu_item_classes: 'a:1:{i:0;s:0:"";}',
        _menu_item_xfn: '',
        _menu_item_url: target.url,
      },
    }
  })
}

interface Row {
  readonly kind: string
  readonly entry_id: string | null
  readonly term_id: string | null
  readonly href: string | null
  readonly entryKind: string | null
  readonly taxonomy: string | null
}

type Numbers = Pick<Leaving['plan'], 'itemNumbers' | 'terms'> & { readonly number: number }

function targetOf(row: Row, { itemNumbers, terms, number }: Numbers) {
  if (row.kind === 'entry')
    return { type: 'post_type', id: itemNumbers.get(row.entry_id!)!, object: row.entryKind ?? 'page', url: '' }
  if (row.kind === 'term')
    return {
      type: 'taxonomy',
      id: terms.get(row.term_id!)!,
      object: row.taxonomy === 'tag' ? 'post_tag' : 'category',
      url: '',
    }
  return { type: 'custom', id: number, object: 'custom', url: row.href ?? '' }
}
