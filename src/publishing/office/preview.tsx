import type { Tx } from '../../platform/database.ts'
import { allow } from '../../platform/refusal.ts'
import type { Web } from '../../platform/web.ts'
import { authorPath, find as findAuthor } from '../authors.ts'
import { pathFor } from '../entryAddresses.ts'
import { mayWrite } from '../permissions.ts'
import { find as findPicture } from '../pictures.ts'
import type { ShownEntry } from '../public/addresses.ts'
import { companionsOf } from '../public/companions.ts'
import { entryPage } from '../public/entryRoutes.tsx'
import { publicSite } from '../public/frame.tsx'
import { hrefOf } from '../public/paths.ts'
import { archivePaths, listAll } from '../terms.ts'
import type { Kind } from '../rules.ts'
import { readWritten, type Written } from './editor.ts'
import { base } from './entryRoutes.tsx'

/** The latest version as readers would see it, for officers only; nothing of it is kept or found by search engines. */
export async function showPreview(c: Web, kind: Kind, id: string): Promise<Response> {
  allow(mayWrite(c.var.actor))
  const shown = await c.var.read(async (tx) => {
    const written = await readWritten(tx, kind, id)
    const entry = await entryOf(tx, written, c.var.group.zone)
    const companions = {
      ...(await companionsOf(tx, entry, c.var.group)),
      terms: await termsOf(tx, written),
      ...whereabouts(written),
    }
    return { entry, companions, site: await publicSite(tx, c.var) }
  })
  const notice = (
    <>
      This is a preview that only officers see. <a href={`${base(kind)}/${id}`}>Go on writing</a>
    </>
  )
  return c.html(entryPage(c, { ...shown, site: { ...shown.site, notice } }), 200, { 'x-robots-tag': 'noindex' })
}

async function entryOf(tx: Tx, { entry, latest, details, address }: Written, zone: string): Promise<ShownEntry> {
  const author = details.authorId ? await findAuthor(tx, details.authorId) : undefined
  const picture = details.pictureId ? await findPicture(tx, details.pictureId) : undefined
  const at = entry.published_at ?? new Date()
  const path =
    address?.path ?? (await pathFor({ tx, zone, at }, { ...entry, slug: details.slug, parent_id: details.parentId }))
  return {
    id: entry.id,
    kind: entry.kind,
    href: hrefOf(path),
    title: latest.title,
    lang: 'en-GB',
    body: latest.body,
    words: latest.words,
    standing: details.standing,
    excerpt: details.excerpt,
    publishedAt: at,
    updatedAt: entry.updated_at,
    author: author ? { name: author.name, href: hrefOf(authorPath(author)), about: author.about } : null,
    picturePath: picture?.path ?? null,
    commentsOpen: details.commentsOpen,
  }
}

const whereabouts = ({ details: { provenance, appearances } }: Written) => ({ provenance, appearances })

/** What was chosen, not what the public has now. */
async function termsOf(tx: Tx, { details }: Written) {
  const terms = await listAll(tx)
  const paths = archivePaths(terms)
  return terms
    .filter(({ id }) => details.termIds.includes(id))
    .map(({ id, taxonomy, name }) => ({ taxonomy, name, href: hrefOf(paths.get(id)!) }))
}
