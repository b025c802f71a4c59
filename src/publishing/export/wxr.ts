import { DateTime } from 'luxon'
import { asHtml, type Meta, OWN_NAMESPACE } from '../wordpress/ownMeta.ts'
import { attributeText, cdata, field, plainField } from './xml.ts'

/** The site as the head of the file tells it. `home`: its address without a last slash. */
export interface ExportedSite {
  readonly title: string
  readonly description: string
  readonly home: string
  readonly at: Date
}

/** WXR 1.2 up to the first author (wordpress.org/documentation/article/tools-export-screen, as `export_wp` writes it). */
export const headXml = ({ title, description, home, at }: ExportedSite): string =>
  `<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="Backbench" created="${DateTime.fromJSDate(at, { zone: 'utc' }).toFormat('yyyy-MM-dd HH:mm')}" -->
<!-- For WordPress: Tools, Import, WordPress. For Backbench: Website, Import. -->
<rss version="2.0"
 xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/"
 xmlns:backbench="${OWN_NAMESPACE}">
<channel>
${plainField('title', line(title))}${plainField('link', home)}${plainField('description', line(description))}` +
  `${plainField('pubDate', feedDate(at))}<language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version>
${plainField('wp:base_site_url', home)}${plainField('wp:base_blog_url', home)}<backbench:made>1</backbench:made>
`

export const FOOT_XML = '</channel>\n</rss>\n'

export interface ExportedAuthor {
  readonly number: number
  /** By which items name their author. */
  readonly login: string
  readonly name: string
  readonly about: string
  readonly penName: boolean
}

/** Neither the person behind a name nor their address leaves with the website. */
export const authorXml = ({ number, login, name, about, penName }: ExportedAuthor): string =>
  `<wp:author>\n${plainField('wp:author_id', number)}${field('wp:author_login', login)}${field('wp:author_email', '')}` +
  `${field('wp:author_display_name', line(name))}${field('wp:author_first_name', '')}${field('wp:author_last_name', '')}` +
  `${about ? field('backbench:about', about) : ''}${penName ? plainField('backbench:pen_name', 1) : ''}</wp:author>\n`

export interface ExportedTerm {
  readonly number: number
  readonly taxonomy: string
  readonly slug: string
  readonly name: string
  readonly description: string
  readonly parentSlug: string
}

export function termXml({ number, taxonomy, slug, name, description, parentSlug }: ExportedTerm): string {
  const id = plainField('wp:term_id', number)
  if (taxonomy === 'tag')
    return (
      `<wp:tag>\n${id}${field('wp:tag_slug', urlSlug(slug))}${field('wp:tag_name', line(name))}` +
      `${described('wp:tag_description', description)}</wp:tag>\n`
    )
  return (
    `<wp:category>\n${id}${field('wp:category_nicename', urlSlug(slug))}` +
    `${field('wp:category_parent', urlSlug(parentSlug))}${field('wp:cat_name', line(name))}` +
    `${described('wp:category_description', description)}</wp:category>\n`
  )
}

const described = (name: string, description: string): string => (description ? field(name, line(description)) : '')

/** The one menu, to which its items belong. */
export const MENU = { slug: 'main-menu', name: 'Main menu' }

export const menuXml = (number: number): string =>
  `<wp:term>\n${plainField('wp:term_id', number)}${field('wp:term_taxonomy', 'nav_menu')}` +
  `${field('wp:term_slug', MENU.slug)}${field('wp:term_parent', '')}${field('wp:term_name', MENU.name)}</wp:term>\n`

export interface ExportedAddress {
  readonly path: string
  /** Null: the address says that what stood there is gone. */
  readonly target: string | null
}

/** An address at which nothing stands any more. WordPress has no place for it, and passes it over. */
export const addressXml = ({ path, target }: ExportedAddress): string =>
  `<backbench:address>${field('backbench:path', path)}${target === null ? '' : field('backbench:target', target)}</backbench:address>\n`

export interface ExportedItem {
  readonly number: number
  readonly type: 'post' | 'page' | 'attachment' | 'nav_menu_item'
  readonly title: string
  readonly link: string
  readonly slug: string
  readonly status: 'publish' | 'future' | 'draft' | 'inherit'
  readonly at: Date
  readonly modifiedAt: Date
  readonly login: string
  /** HTML as it is. */
  readonly content: string
  /** Plain text. */
  readonly excerpt: string
  readonly parent: number
  readonly position: number
  readonly sticky: boolean
  readonly commentsOpen: boolean
  readonly attachmentUrl: string | null
  readonly terms: readonly { readonly domain: string; readonly slug: string; readonly name: string }[]
  readonly meta: Meta
}

/** An item up to its comments; `ITEM_END` closes it. `zone`: in which WordPress shows its local times. */
export function itemXml(item: ExportedItem, { home, zone }: { home: string; zone: string }): string {
  const moment = (name: string, at: Date): string =>
    field(`wp:${name}`, sqlDate(at, zone)) + field(`wp:${name}_gmt`, sqlDate(at, 'utc'))
  return (
    `<item>\n${field('title', line(item.title))}${plainField('link', item.link)}${plainField('pubDate', feedDate(item.at))}` +
    `${field('dc:creator', item.login)}<guid isPermaLink="false">${attributeText(`${home}/?p=${item.number}`)}</guid>\n` +
    `<description></description>\n${field('content:encoded', item.content)}${field('excerpt:encoded', asHtml(item.excerpt))}` +
    `${plainField('wp:post_id', item.number)}${moment('post_date', item.at)}${moment('post_modified', item.modifiedAt)}` +
    `${field('wp:comment_status', item.commentsOpen ? 'open' : 'closed')}${field('wp:ping_status', 'closed')}` +
    `${field('wp:post_name', urlSlug(item.slug))}${field('wp:status', item.status)}${plainField('wp:post_parent', item.parent)}` +
    `${plainField('wp:menu_order', item.position)}${field('wp:post_type', item.type)}${field('wp:post_password', '')}` +
    plainField('wp:is_sticky', item.sticky ? 1 : 0) +
    (item.attachmentUrl === null ? '' : field('wp:attachment_url', item.attachmentUrl)) +
    item.terms.map(itemTermXml).join('') +
    Object.entries(item.meta).map(metaXml).join('')
  )
}

export const ITEM_END = '</item>\n'

export interface ExportedComment {
  readonly number: number
  readonly parent: number
  readonly author: string
  readonly email: string
  readonly url: string
  readonly at: Date
  readonly body: string
  readonly status: string
  /** An officer wrote it for the group. */
  readonly official: boolean
}

const APPROVAL: Readonly<Record<string, string>> = { approved: '1', pending: '0', spam: 'spam', trash: 'trash' }

export const commentXml = (comment: ExportedComment, zone: string): string =>
  `<wp:comment>\n${plainField('wp:comment_id', comment.number)}${field('wp:comment_author', line(comment.author))}` +
  `${field('wp:comment_author_email', comment.email)}${plainField('wp:comment_author_url', comment.url)}` +
  `<wp:comment_author_IP></wp:comment_author_IP>\n${field('wp:comment_date', sqlDate(comment.at, zone))}` +
  `${field('wp:comment_date_gmt', sqlDate(comment.at, 'utc'))}${field('wp:comment_content', asHtml(comment.body))}` +
  `${field('wp:comment_approved', APPROVAL[comment.status] ?? '0')}${field('wp:comment_type', 'comment')}` +
  `${plainField('wp:comment_parent', comment.parent)}${plainField('wp:comment_user_id', 0)}${comment.official ? plainField('backbench:official', 1) : ''}</wp:comment>\n`

const itemTermXml = ({ domain, slug, name }: ExportedItem['terms'][number]): string =>
  `<category domain="${domain}" nicename="${attributeText(urlSlug(slug))}">${cdata(line(name))}</category>\n`

const metaXml = ([key, value]: readonly [string, string]): string =>
  `<wp:postmeta>\n${field('wp:meta_key', key)}${field('wp:meta_value', value)}</wp:postmeta>\n`

/** Titles and names stand on one line, as every reader of exports makes them. */
const line = (text: string): string => asHtml(text.replace(/[\s\p{Cc}]+/gu, ' ').trim())

/** WordPress keeps slugs as they stand in addresses. */
const urlSlug = (slug: string): string => encodeURIComponent(slug.toWellFormed())

const sqlDate = (at: Date, zone: string): string => DateTime.fromJSDate(at, { zone }).toFormat('yyyy-MM-dd HH:mm:ss')
const feedDate = (at: Date): string => DateTime.fromJSDate(at, { zone: 'utc' }).toRFC2822()!
