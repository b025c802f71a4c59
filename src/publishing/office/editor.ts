import type { Tx } from '../../platform/database.ts'
import type { Typed } from '../../platform/forms.ts'
import { Refusal } from '../../platform/refusal.ts'
import { documents, type Version, writeText } from '../../writing/index.ts'
import * as authors from '../authors.ts'
import { type Details, latestDetails, stagedDetails } from '../details.ts'
import { type Entry, findEntry } from '../entry.ts'
import { type Address, ofEntry } from '../entryAddresses.ts'
import { type NamedPage, pagesByName } from '../entryList.ts'
import * as pictures from '../pictures.ts'
import { whereaboutsTyped } from '../provenance/forms.ts'
import { type Kind, slugFrom } from '../rules.ts'
import * as terms from '../terms.ts'

/** What an officer can choose from while writing. */
export interface Choices {
  readonly authors: readonly authors.AuthorRecord[]
  readonly categories: readonly terms.Term[]
  readonly tags: readonly terms.Term[]
  readonly pages: readonly NamedPage[]
  readonly pictures: readonly pictures.Picture[]
}

/** A post or page as it was last saved, for the office only. */
export interface Written {
  readonly entry: Entry
  readonly latest: Version
  readonly details: Details
  readonly address: Address | undefined
  /** Saved since the public last saw it. */
  readonly hasChanges: boolean
}

export async function readChoices(tx: Tx, kind: Kind): Promise<Choices> {
  return {
    authors: await authors.list(tx),
    categories: await terms.list(tx, 'category'),
    tags: await terms.list(tx, 'tag'),
    pages: kind === 'page' ? await pagesByName(tx) : [],
    pictures: (await pictures.list(tx, 1)).pictures,
  }
}

/** A 404 Refusal when the group has no such post (or page): an id of the other kind is not found either. */
export async function readWritten(tx: Tx, kind: Kind, id: string): Promise<Written> {
  const entry = await findEntry(tx, id)
  const latest = entry?.kind === kind ? await documents.findVersion(tx, { documentId: entry.document_id }) : undefined
  if (!entry || !latest) throw new Refusal(`There is no such ${kind}.`, 404)
  return {
    entry,
    latest,
    details: await latestDetails(tx, entry),
    address: await ofEntry(tx, id),
    hasChanges: latest.number !== entry.published_version || (await stagedDetails(tx, id)) !== undefined,
  }
}

/** The form's fields as last saved. */
export function fieldsOf({ entry, latest, details, address }: Written, { tags, categories }: Choices): Typed {
  const chosen = new Set(details.termIds)
  const flag = (set: boolean) => (set ? 'yes' : '')
  return {
    basedOn: String(latest.number),
    seen: JSON.stringify(details),
    title: latest.title,
    text: writeText(latest.body),
    document: JSON.stringify(latest.body),
    excerpt: details.excerpt,
    author: details.authorId ?? '',
    categories: categories.filter(({ id }) => chosen.has(id)).map(({ id }) => id),
    tags: tags
      .filter(({ id }) => chosen.has(id))
      .map(({ name }) => name)
      .join(', '),
    slug: address || details.slug !== slugFrom('', latest.title) ? details.slug : '',
    standing: details.standing ?? '',
    parent: details.parentId ?? '',
    mainPicture: details.pictureId ?? '',
    commentsOpen: flag(details.commentsOpen),
    pinned: flag(entry.kind === 'post' && details.pinned),
    ...whereaboutsTyped(details),
  }
}
