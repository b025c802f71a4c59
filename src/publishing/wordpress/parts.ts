import { momentOf } from './moments.ts'
import { OWN_META } from './ownMeta.ts'
import type {
  AddressRecord,
  AuthorRecord,
  CategoryRecord,
  ItemComment,
  ItemRecord,
  SiteRecord,
  TagRecord,
  TermRecord,
} from './records.ts'
import type { CommentApproval, ItemTerm } from './records.ts'
import { wordsOf } from './words.ts'

/** The texts of an element's children by canonical name. Where a child comes twice, the first counts. */
export type Fields = ReadonlyMap<string, string>

export function siteFrom(fields: Fields): SiteRecord {
  const link = trimmed(fields, 'link')
  return {
    kind: 'site',
    title: wordsOf(raw(fields, 'title')),
    link,
    description: wordsOf(raw(fields, 'description')),
    language: trimmed(fields, 'language'),
    // The blog's address; the "site" of an installation with many blogs is the whole network.
    baseUrl: trimmed(fields, 'wp:base_blog_url') || trimmed(fields, 'wp:base_site_url') || link,
    wxrVersion: trimmed(fields, 'wp:wxr_version'),
    isOurs: fields.has('backbench:made'),
  }
}

export function authorFrom(fields: Fields): AuthorRecord {
  return {
    kind: 'author',
    authorId: number(fields, 'wp:author_id'),
    login: trimmed(fields, 'wp:author_login'),
    email: trimmed(fields, 'wp:author_email'),
    displayName: wordsOf(raw(fields, 'wp:author_display_name')),
    firstName: wordsOf(raw(fields, 'wp:author_first_name')),
    lastName: wordsOf(raw(fields, 'wp:author_last_name')),
    about: raw(fields, 'backbench:about'),
    penName: fields.has('backbench:pen_name'),
  }
}

export const addressFrom = (fields: Fields): AddressRecord => ({
  kind: 'address',
  path: raw(fields, 'backbench:path'),
  target: fields.get('backbench:target') ?? null,
})

export function categoryFrom(fields: Fields): CategoryRecord {
  return {
    kind: 'category',
    termId: number(fields, 'wp:term_id'),
    slug: trimmed(fields, 'wp:category_nicename'),
    name: wordsOf(raw(fields, 'wp:cat_name')),
    parent: trimmed(fields, 'wp:category_parent'),
    description: wordsOf(raw(fields, 'wp:category_description')),
  }
}

export function tagFrom(fields: Fields): TagRecord {
  return {
    kind: 'tag',
    termId: number(fields, 'wp:term_id'),
    slug: trimmed(fields, 'wp:tag_slug'),
    name: wordsOf(raw(fields, 'wp:tag_name')),
    description: wordsOf(raw(fields, 'wp:tag_description')),
  }
}

export function termFrom(fields: Fields): TermRecord {
  return {
    kind: 'term',
    termId: number(fields, 'wp:term_id'),
    taxonomy: trimmed(fields, 'wp:term_taxonomy'),
    slug: trimmed(fields, 'wp:term_slug'),
    name: wordsOf(raw(fields, 'wp:term_name')),
    parent: trimmed(fields, 'wp:term_parent'),
    description: wordsOf(raw(fields, 'wp:term_description')),
  }
}

/** What stands in an item besides its own texts. */
export type ItemParts = Pick<ItemRecord, 'terms' | 'meta' | 'comments' | 'line'>

export function itemFrom(fields: Fields, parts: ItemParts): ItemRecord {
  return {
    kind: 'item',
    postId: number(fields, 'wp:post_id'),
    type: trimmed(fields, 'wp:post_type'),
    title: wordsOf(raw(fields, 'title')),
    link: trimmed(fields, 'link'),
    guid: trimmed(fields, 'guid'),
    slug: trimmed(fields, 'wp:post_name'),
    status: trimmed(fields, 'wp:status') || 'draft',
    passwordProtected: raw(fields, 'wp:post_password') !== '',
    publishedAt: momentOf(
      trimmed(fields, 'wp:post_date_gmt'),
      trimmed(fields, 'wp:post_date'),
      trimmed(fields, 'pubDate'),
    ),
    modifiedAt: momentOf(trimmed(fields, 'wp:post_modified_gmt'), trimmed(fields, 'wp:post_modified')),
    author: trimmed(fields, 'dc:creator'),
    content: raw(fields, 'content:encoded'),
    excerpt: raw(fields, 'excerpt:encoded'),
    parentId: number(fields, 'wp:post_parent') || null,
    menuOrder: number(fields, 'wp:menu_order') ?? 0,
    sticky: trimmed(fields, 'wp:is_sticky') === '1',
    commentStatus: trimmed(fields, 'wp:comment_status'),
    attachmentUrl: trimmed(fields, 'wp:attachment_url') || null,
    ...parts,
  }
}

export function commentFrom(fields: Fields): ItemComment {
  return {
    id: number(fields, 'wp:comment_id'),
    parentId: number(fields, 'wp:comment_parent') || null,
    author: wordsOf(raw(fields, 'wp:comment_author')),
    email: trimmed(fields, 'wp:comment_author_email'),
    url: trimmed(fields, 'wp:comment_author_url'),
    publishedAt: momentOf(trimmed(fields, 'wp:comment_date_gmt'), trimmed(fields, 'wp:comment_date')),
    content: raw(fields, 'wp:comment_content'),
    approval: approvalOf(trimmed(fields, 'wp:comment_approved')),
    type: trimmed(fields, 'wp:comment_type') || 'comment',
    official: fields.has('backbench:official'),
  }
}

/** `attributes` of an item's `<category>`; null for the nameless doubles that WordPress 2 wrote beside each of them. */
export function itemTermFrom(attributes: ReadonlyMap<string, string>, text: string): ItemTerm | null {
  const slug = attributes.get('nicename')?.trim()
  if (slug === undefined || slug === '') return null
  const domain = attributes.get('domain')?.trim() || 'category'
  return { domain: domain === 'tag' ? 'post_tag' : domain, slug, name: wordsOf(text) }
}

/** Whether we have a use for this setting of a post. */
export function isKeptMeta(key: string): boolean {
  return KEPT_META.has(key) || (key.startsWith('_menu_item_') && key.length <= 40) || OWN_KEYS.has(key)
}

const OWN_KEYS: ReadonlySet<string> = new Set(
  ['path', 'withdrawn', 'standing', 'lang', 'updated_at', 'notes', 'provenance', 'appearances', 'series'].map(
    (name) => OWN_META + name,
  ),
)
const KEPT_META: ReadonlySet<string> = new Set(['_wp_attached_file', '_wp_attachment_image_alt', '_thumbnail_id'])

/** A comment of which nothing is said waits to be looked at. */
function approvalOf(approved: string): CommentApproval {
  if (approved === '1' || approved === 'approve' || approved === 'approved') return 'approved'
  if (approved === 'spam') return 'spam'
  return approved === 'trash' || approved === 'post-trashed' ? 'trash' : 'pending'
}

function raw(fields: Fields, name: string): string {
  return fields.get(name) ?? ''
}

function trimmed(fields: Fields, name: string): string {
  return raw(fields, name).trim()
}

function number(fields: Fields, name: string): number | null {
  const text = trimmed(fields, name)
  if (!/^-?\d{1,15}$/.test(text)) return null
  return Number(text)
}
