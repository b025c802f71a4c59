import type { ExportRecord } from './records.ts'
import { readExport } from './export.ts'

/** What a test says of an export; everything else is filled in. Texts go into the file as given, in CDATA. */
export interface ExportFacts {
  readonly title?: string
  readonly baseUrl?: string
  readonly version?: string
  readonly authors?: readonly AuthorFacts[]
  /** Slug and name. */
  readonly categories?: readonly (readonly [slug: string, name: string, parent?: string])[]
  readonly tags?: readonly (readonly [slug: string, name: string])[]
  readonly menus?: readonly (readonly [slug: string, name: string])[]
  readonly items?: readonly ItemFacts[]
  /** XML put in the channel before the items. */
  readonly more?: string
}

export interface AuthorFacts {
  readonly login: string
  readonly email?: string
  readonly displayName?: string
}

export interface ItemFacts {
  readonly postId?: number
  readonly type?: string
  readonly title?: string
  readonly link?: string
  readonly slug?: string
  readonly status?: string
  readonly password?: string
  readonly date?: string
  readonly dateGmt?: string
  readonly author?: string
  readonly content?: string
  readonly excerpt?: string
  readonly parentId?: number
  readonly menuOrder?: number
  readonly sticky?: boolean
  readonly terms?: readonly (readonly [domain: string, slug: string, name: string])[]
  readonly meta?: Readonly<Record<string, string>>
  readonly attachmentUrl?: string
  readonly comments?: readonly CommentFacts[]
  /** XML put at the end of the item. */
  readonly more?: string
}

export interface CommentFacts {
  readonly id?: number
  readonly parentId?: number
  readonly author?: string
  readonly email?: string
  readonly ip?: string
  readonly dateGmt?: string
  readonly content?: string
  readonly approved?: string
  readonly type?: string
}

const NAMESPACES =
  'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" ' +
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"'

/** A whole export as WordPress writes it, of an invented group. */
export function anExport(facts: ExportFacts = {}): string {
  const home = facts.baseUrl ?? 'https://allotments.example'
  return `<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.4" created="2024-03-01 10:00" -->
<rss version="2.0" ${NAMESPACES}>
<channel>
<title>${facts.title ?? 'Allotment Holders for Clean Water'}</title>
<link>${home}</link>
<description>Growers who campaign</description>
<language>en-GB</language>
<wp:wxr_version>${facts.version ?? '1.2'}</wp:wxr_version>
<wp:base_site_url>${home}</wp:base_site_url>
<wp:base_blog_url>${home}</wp:base_blog_url>
${(facts.authors ?? []).map(author).join('\n')}
${(facts.categories ?? []).map(category).join('\n')}
${(facts.tags ?? []).map(tag).join('\n')}
${(facts.menus ?? []).map(menu).join('\n')}
${facts.more ?? ''}
${(facts.items ?? []).map((item, index) => anItem({ postId: index + 1, ...item }, home)).join('\n')}
</channel>
</rss>
`
}

/** A published post on its own. */
export function anItem(facts: ItemFacts = {}, home = 'https://allotments.example'): string {
  const slug = facts.slug ?? 'rain-barrels'
  const date = facts.date ?? '2019-03-02 10:00:00'
  return `<item>
<title>${cdata(facts.title ?? 'Rain barrels')}</title>
<link>${facts.link ?? `${home}/2019/03/02/${slug}/`}</link>
<pubDate>Sat, 02 Mar 2019 10:00:00 +0000</pubDate>
<dc:creator>${cdata(facts.author ?? 'wren')}</dc:creator>
<guid isPermaLink="false">${home}/?p=${facts.postId ?? 1}</guid>
<content:encoded>${cdata(facts.content ?? '<p>Keep every drop.</p>')}</content:encoded>
<excerpt:encoded>${cdata(facts.excerpt ?? '')}</excerpt:encoded>
<wp:post_id>${facts.postId ?? 1}</wp:post_id>
<wp:post_date>${cdata(date)}</wp:post_date>
<wp:post_date_gmt>${cdata(facts.dateGmt ?? date)}</wp:post_date_gmt>
<wp:comment_status>${cdata('open')}</wp:comment_status>
<wp:post_name>${cdata(slug)}</wp:post_name>
<wp:status>${cdata(facts.status ?? 'publish')}</wp:status>
<wp:post_parent>${facts.parentId ?? 0}</wp:post_parent>
<wp:menu_order>${facts.menuOrder ?? 0}</wp:menu_order>
<wp:post_type>${cdata(facts.type ?? 'post')}</wp:post_type>
<wp:post_password>${cdata(facts.password ?? '')}</wp:post_password>
<wp:is_sticky>${facts.sticky === true ? 1 : 0}</wp:is_sticky>
${facts.attachmentUrl === undefined ? '' : `<wp:attachment_url>${cdata(facts.attachmentUrl)}</wp:attachment_url>`}
${(facts.terms ?? []).map(([domain, nicename, name]) => `<category domain="${domain}" nicename="${nicename}">${cdata(name)}</category>`).join('\n')}
${Object.entries(facts.meta ?? {})
  .map(
    ([key, value]) =>
      `<wp:postmeta><wp:meta_key>${cdata(key)}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:postmeta>`,
  )
  .join('\n')}
${(facts.comments ?? []).map((said, index) => comment({ id: index + 1, ...said })).join('\n')}
${facts.more ?? ''}
</item>`
}

/** The text's bytes as a stream of chunks of `size` bytes. */
export async function* bytesOf(text: string | Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  for (let start = 0; start < bytes.length; start += size)
    yield await Promise.resolve(bytes.subarray(start, start + size))
}

/** All records of an export given as text or bytes. */
export async function recordsOf(text: string | Uint8Array, size?: number): Promise<ExportRecord[]> {
  const records: ExportRecord[] = []
  for await (const record of readExport(bytesOf(text, size))) records.push(record)
  return records
}

/** The records of one kind. */
export async function recordsOfKind<Kind extends ExportRecord['kind']>(
  kind: Kind,
  text: string | Uint8Array,
): Promise<Extract<ExportRecord, { kind: Kind }>[]> {
  const isOfKind = (record: ExportRecord): record is Extract<ExportRecord, { kind: Kind }> => record.kind === kind
  return (await recordsOf(text)).filter(isOfKind)
}

function author({ login, email, displayName }: AuthorFacts): string {
  return `<wp:author><wp:author_id>7</wp:author_id><wp:author_login>${cdata(login)}</wp:author_login><wp:author_email>${cdata(email ?? `${login}@allotments.example`)}</wp:author_email><wp:author_display_name>${cdata(displayName ?? login)}</wp:author_display_name></wp:author>`
}

function category([slug, name, parent]: readonly [string, string, string?]): string {
  return `<wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>${cdata(slug)}</wp:category_nicename><wp:category_parent>${cdata(parent ?? '')}</wp:category_parent><wp:cat_name>${cdata(name)}</wp:cat_name></wp:category>`
}

function tag([slug, name]: readonly [string, string]): string {
  return `<wp:tag><wp:term_id>4</wp:term_id><wp:tag_slug>${cdata(slug)}</wp:tag_slug><wp:tag_name>${cdata(name)}</wp:tag_name></wp:tag>`
}

function menu([slug, name]: readonly [string, string]): string {
  return `<wp:term><wp:term_id>5</wp:term_id><wp:term_taxonomy>nav_menu</wp:term_taxonomy><wp:term_slug>${cdata(slug)}</wp:term_slug><wp:term_name>${cdata(name)}</wp:term_name></wp:term>`
}

function comment(facts: CommentFacts): string {
  return `<wp:comment>
<wp:comment_id>${facts.id ?? 1}</wp:comment_id>
<wp:comment_author>${cdata(facts.author ?? 'Robin Marsh')}</wp:comment_author>
<wp:comment_author_email>${cdata(facts.email ?? 'robin@allotments.example')}</wp:comment_author_email>
<wp:comment_author_url></wp:comment_author_url>
<wp:comment_author_IP>${cdata(facts.ip ?? '192.0.2.44')}</wp:comment_author_IP>
<wp:comment_date>${cdata(facts.dateGmt ?? '2019-03-03 08:00:00')}</wp:comment_date>
<wp:comment_date_gmt>${cdata(facts.dateGmt ?? '2019-03-03 08:00:00')}</wp:comment_date_gmt>
<wp:comment_content>${cdata(facts.content ?? 'Well said.')}</wp:comment_content>
<wp:comment_approved>${cdata(facts.approved ?? '1')}</wp:comment_approved>
<wp:comment_type>${facts.type ?? 'comment'}</wp:comment_type>
<wp:comment_parent>${facts.parentId ?? 0}</wp:comment_parent>
</wp:comment>`
}

/** As WordPress does it, `]]>` included. */
function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}
