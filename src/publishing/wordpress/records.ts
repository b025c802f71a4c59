/**
 * What a WordPress export (WXR 1.x, https://wordpress.org/documentation/article/tools-export-screen/) says, as plain
 * records. Moments are UTC ISO strings without fractions ('2017-11-20T09:00:00Z'). Titles and names are plain text;
 * `content` and `excerpt` are HTML as it stood in the file and must never reach a page unconverted.
 */
export type ExportRecord =
  | SiteRecord
  | AuthorRecord
  | CategoryRecord
  | TagRecord
  | TermRecord
  | AddressRecord
  | ItemRecord
  | EncodingRecord

/** Always the first record. `baseUrl` is the home address of the old site; '' when the file names none. */
export interface SiteRecord {
  readonly kind: 'site'
  readonly title: string
  readonly link: string
  readonly description: string
  readonly language: string
  readonly baseUrl: string
  readonly wxrVersion: string
  /** The file says that this program made it: texts are in our own form, and items say more (`readOwnMeta`). */
  readonly isOurs: boolean
}

export interface AuthorRecord {
  readonly kind: 'author'
  readonly authorId: number | null
  readonly login: string
  readonly email: string
  readonly displayName: string
  readonly firstName: string
  readonly lastName: string
  /** Only in our own exports. */
  readonly about: string
  readonly penName: boolean
}

/** Only in our own exports: an address at which nothing stands any more. `target` null: what stood there is gone. */
export interface AddressRecord {
  readonly kind: 'address'
  readonly path: string
  readonly target: string | null
}

/** `parent` is the slug of the category above, '' at the top. */
export interface CategoryRecord {
  readonly kind: 'category'
  readonly termId: number | null
  readonly slug: string
  readonly name: string
  readonly parent: string
  readonly description: string
}

export interface TagRecord {
  readonly kind: 'tag'
  readonly termId: number | null
  readonly slug: string
  readonly name: string
  readonly description: string
}

/** A term of any other taxonomy; `nav_menu` is a menu. */
export interface TermRecord {
  readonly kind: 'term'
  readonly termId: number | null
  readonly taxonomy: string
  readonly slug: string
  readonly name: string
  readonly parent: string
  readonly description: string
}

export interface ItemRecord {
  readonly kind: 'item'
  readonly postId: number | null
  /** 'post', 'page', 'attachment', 'nav_menu_item' or a type of some plugin; '' when the file does not say. */
  readonly type: string
  readonly title: string
  readonly link: string
  readonly guid: string
  readonly slug: string
  /** As WordPress writes it ('publish', 'future', 'draft', 'private' …); 'draft' when the file does not say. */
  readonly status: string
  /** The post asked readers for a password. The password itself is not kept. */
  readonly passwordProtected: boolean
  readonly publishedAt: string | null
  readonly modifiedAt: string | null
  /** The author's login name. */
  readonly author: string
  readonly content: string
  readonly excerpt: string
  readonly parentId: number | null
  readonly menuOrder: number
  readonly sticky: boolean
  readonly commentStatus: string
  readonly terms: readonly ItemTerm[]
  readonly meta: Readonly<Record<string, string>>
  readonly attachmentUrl: string | null
  readonly comments: readonly ItemComment[]
  /** The line of the file on which the item begins, from 1. */
  readonly line: number
}

/** `domain` is the taxonomy: 'category', 'post_tag', 'nav_menu' … */
export interface ItemTerm {
  readonly domain: string
  readonly slug: string
  readonly name: string
}

/** Holds no IP address: the reader never looks at it. */
export interface ItemComment {
  readonly id: number | null
  readonly parentId: number | null
  readonly author: string
  readonly email: string
  readonly url: string
  readonly publishedAt: string | null
  readonly content: string
  readonly approval: CommentApproval
  /** 'comment', 'pingback', 'trackback' or a type of some plugin. */
  readonly type: string
  /** Only in our own exports: an officer wrote it for the group. */
  readonly official: boolean
}

export type CommentApproval = 'approved' | 'pending' | 'spam' | 'trash'

/** Comes last, and only when the file's bytes were not all what the file said they were. */
export interface EncodingRecord {
  readonly kind: 'encoding'
  readonly declared: string
  readonly repairedBytes: number
}
