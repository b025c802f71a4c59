import type { Contribution, ExportFile, ExportPage } from '../../platform/contribution.ts'
import type { Tx } from '../../platform/database.ts'
import type { Group } from '../../platform/group.ts'
import { civilDay } from '../../platform/time.ts'
import { websiteTables } from './exportTables.ts'
import { readableEntry } from './readableEntry.tsx'

/** The website as tables, as pages that open from a folder, and the files of its pictures. */
export async function contributes(tx: Tx, { zone }: Group): Promise<Contribution> {
  return {
    tables: websiteTables(tx),
    leftBehind: {
      'publishing.search_text': 'Made again from the texts wherever they stand.',
      'publishing.search_word': 'Made again from the texts wherever they stand.',
      'publishing.unconfirmed_comment': 'Nobody has confirmed that it is theirs. After seven days it is gone.',
      'publishing.comment_notice': 'When officers were last told by letter that comments wait.',
      'publishing.media': 'Which pictures an import still waits for.',
    },
    pages: { all: await allPages(tx, zone), html: (id, leads) => readableEntry(id, { tx, zone, leads }) },
    files: await allFiles(tx),
  }
}

const SECTIONS = { post: 'Posts', page: 'Pages' } as const

async function allPages(tx: Tx, zone: string): Promise<readonly ExportPage[]> {
  const rows = await tx
    .selectFrom('publishing.entry as e')
    .innerJoin('writing.text as t', (join) =>
      join
        .onRef('t.document_id', '=', 'e.document_id')
        .on((eb) => eb('t.number', '=', eb.fn.coalesce('e.published_version', 't.latest'))),
    )
    .leftJoin('publishing.address as a', (join) => join.onRef('a.entry_id', '=', 'e.id').on('a.kind', '=', 'entry'))
    .select(['e.id', 'e.kind', 'e.status', 'e.slug', 't.title', 't.lang', 'a.path'])
    .select((eb) => eb.fn.coalesce('e.published_at', 'e.created_at').as('at'))
    .orderBy('at', 'desc')
    .orderBy('e.id')
    .execute()
  return rows.map(({ id, kind, status, slug, title, lang, path, at }) => ({
    id,
    section: status === 'published' ? SECTIONS[kind as 'post' | 'page'] : 'Not public',
    title: title || 'Untitled',
    day: civilDay(at, zone),
    name: slug,
    address: path,
    lang,
  }))
}

async function allFiles(tx: Tx): Promise<readonly ExportFile[]> {
  const rows = await tx
    .selectFrom('publishing.picture')
    .select(['sha256', 'path', 'alt'])
    .where('sha256', 'is not', null)
    .orderBy('path')
    .execute()
  return rows.map(({ sha256, path, alt }) => ({ sha256: sha256!, address: path, about: alt }))
}
