import { OWN_NAMESPACE } from './ownMeta.ts'

/**
 * Which elements of an export are read, by the element they stand in. All others are passed over with everything inside
 * them: among them commenters' IP addresses and whatever plugins add. Names are canonical: `wp:`,
 * `excerpt:`, `content:`, `dc:` and `backbench:` (our own exports) whatever the prefixes of the file.
 */
export const CHILDREN: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    '': 'rss',
    rss: 'channel',
    channel:
      'title link description language wp:wxr_version wp:base_site_url wp:base_blog_url ' +
      'wp:author wp:category wp:tag wp:term item backbench:made backbench:address',
    'wp:author':
      'wp:author_id wp:author_login wp:author_email wp:author_display_name wp:author_first_name wp:author_last_name ' +
      'backbench:about backbench:pen_name',
    'backbench:address': 'backbench:path backbench:target',
    'wp:category': 'wp:term_id wp:category_nicename wp:cat_name wp:category_parent wp:category_description',
    'wp:tag': 'wp:term_id wp:tag_slug wp:tag_name wp:tag_description',
    'wp:term': 'wp:term_id wp:term_taxonomy wp:term_slug wp:term_name wp:term_parent wp:term_description',
    item:
      'title link guid pubDate dc:creator content:encoded excerpt:encoded category wp:post_id wp:post_type ' +
      'wp:post_name wp:post_parent wp:post_password wp:post_date wp:post_date_gmt wp:post_modified ' +
      'wp:post_modified_gmt wp:status wp:menu_order wp:is_sticky wp:comment_status wp:attachment_url ' +
      'wp:postmeta wp:comment',
    'wp:postmeta': 'wp:meta_key wp:meta_value',
    'wp:comment':
      'wp:comment_id wp:comment_parent wp:comment_author wp:comment_author_email wp:comment_author_url ' +
      'wp:comment_date wp:comment_date_gmt wp:comment_content wp:comment_approved wp:comment_type backbench:official',
  }).map(([parent, children]) => [parent, new Set(children.split(' '))]),
)

/**
 * The canonical name of an element, or null if it belongs to a vocabulary that is none of ours. A prefix that the file
 * forgot to bind stands for itself, as in WordPress's importer.
 */
export function canonicalName(element: { readonly uri: string; readonly local: string }): string | null {
  const prefix = prefixOf(element.uri)
  return prefix === null ? null : prefix + element.local
}

function prefixOf(uri: string): string | null {
  if (uri === '') return ''
  if (uri === 'wp' || WORDPRESS.test(uri)) return 'wp:'
  if (uri === 'excerpt' || EXCERPT.test(uri)) return 'excerpt:'
  if (uri === 'content' || uri === 'http://purl.org/rss/1.0/modules/content/') return 'content:'
  if (uri === OWN_NAMESPACE) return 'backbench:'
  if (uri === 'dc' || uri === 'http://purl.org/dc/elements/1.1/') return 'dc:'
  return null
}

const WORDPRESS = /^https?:\/\/(?:www\.)?wordpress\.org\/export\/1\.\d\/?$/
const EXCERPT = /^https?:\/\/(?:www\.)?wordpress\.org\/export\/1\.\d\/excerpt\/?$/
