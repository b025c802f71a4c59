/**
 * Which elements of an export are read, by the element they stand in. All others are passed over with everything inside
 * them: among them commenters' IP addresses, posts' passwords and the settings of plugins. Names are canonical: `wp:`,
 * `excerpt:`, `content:` and `dc:` whatever the prefixes of the file.
 */
export const CHILDREN: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    '': ['rss'],
    rss: ['channel'],
    channel: [
      ...['title', 'link', 'description', 'language', 'wp:wxr_version', 'wp:base_site_url', 'wp:base_blog_url'],
      ...['wp:author', 'wp:category', 'wp:tag', 'wp:term', 'item'],
    ],
    'wp:author': fields('author', ['id', 'login', 'email', 'display_name', 'first_name', 'last_name']),
    'wp:category': [
      'wp:term_id',
      'wp:category_nicename',
      'wp:cat_name',
      ...fields('category', ['parent', 'description']),
    ],
    'wp:tag': ['wp:term_id', ...fields('tag', ['slug', 'name', 'description'])],
    'wp:term': fields('term', ['id', 'taxonomy', 'slug', 'name', 'parent', 'description']),
    item: [
      ...['title', 'link', 'guid', 'pubDate', 'dc:creator', 'content:encoded', 'excerpt:encoded', 'category'],
      ...fields('post', ['id', 'type', 'name', 'parent', 'password', 'date', 'date_gmt', 'modified', 'modified_gmt']),
      ...['wp:status', 'wp:menu_order', 'wp:is_sticky', 'wp:comment_status', 'wp:attachment_url'],
      ...['wp:postmeta', 'wp:comment'],
    ],
    'wp:postmeta': fields('meta', ['key', 'value']),
    'wp:comment': fields('comment', [
      ...['id', 'parent', 'author', 'author_email', 'author_url', 'date', 'date_gmt', 'content', 'approved', 'type'],
    ]),
  }).map(([parent, children]) => [parent, new Set(children)]),
)

function fields(noun: string, names: readonly string[]): string[] {
  return names.map((name) => `wp:${noun}_${name}`)
}

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
  if (uri === 'dc' || uri === 'http://purl.org/dc/elements/1.1/') return 'dc:'
  return null
}

const WORDPRESS = /^https?:\/\/(?:www\.)?wordpress\.org\/export\/1\.\d\/?$/
const EXCERPT = /^https?:\/\/(?:www\.)?wordpress\.org\/export\/1\.\d\/excerpt\/?$/
