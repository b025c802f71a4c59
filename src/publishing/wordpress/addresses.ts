/** What of the old site its addresses depend on: its home, '' if unknown ('https://group.example/news'). */
export interface OldSite {
  readonly baseUrl: string
}

/**
 * A path as it is stored and looked up: percent-decoded, composed (NFC), with a leading slash and a trailing one unless
 * the last part is a file name ('/2017/11/20/an-open-meeting/', '/about.html'). Null for what must not become an
 * address: no leading slash, '..' or empty parts, encoded slashes, backslashes, control characters, over 1,000 characters.
 */
export function normalPath(path: string): string | null {
  if (path.length > LONGEST_PATH * 3 || !path.startsWith('/')) return null
  const parts = path.slice(1).replace(/\/$/, '').split('/')
  if (parts.length === 1 && parts[0] === '') return '/'

  const decoded = parts.map(decodedPart)
  if (decoded.includes(null)) return null
  const normal = `/${decoded.join('/')}${/\.[a-z0-9]{2,5}$/i.test(decoded.at(-1) ?? '') ? '' : '/'}`
  return normal.length <= LONGEST_PATH ? normal : null
}

/**
 * The item's own path on the old site, or null if it has none that may be taken: a plain link (`?p=12`), the home page,
 * a hostile path, or one at or below a reserved prefix ('/my', '/office'). A site in a sub-folder loses the folder; on
 * another host than the site's (an older name of it) the path counts whole.
 */
export function pathOf(link: string, site: OldSite, reserved: readonly string[] = []): string | null {
  const target = parse(link)
  const home = parse(site.baseUrl)
  if (target === null) return null
  const own = home !== null && target.host === home.host ? below(target.path, home.path) : target.path
  const path = own === null ? null : normalPath(own)
  if (path === null || path === '/' || isReserved(path, reserved)) return null
  return path
}

/**
 * Where a link in old content leads on the same site: its stored path, with the query of a plain link kept ('/?p=12'),
 * or null if it leads elsewhere or nowhere on this site ('#top', 'mailto:').
 */
export function internalTarget(href: string, site: OldSite): string | null {
  const home = parse(site.baseUrl)
  const trimmed = href.trim()
  if (trimmed === '' || trimmed.startsWith('#')) return null
  const target = hasHost(trimmed) ? parse(trimmed) : home && relativeTo(home, trimmed)
  if (target === null || home === null || target.host !== home.host) return null

  const own = below(target.path, home.path)
  const path = own === null ? null : normalPath(own)
  if (path === '/' && oldAddressQuery(target.query) !== null) return `/${target.query}`
  return path
}

export function isReserved(path: string, reserved: readonly string[]): boolean {
  const lower = path.toLowerCase()
  return reserved.some((prefix) => {
    const bare = prefix.toLowerCase().replace(/\/$/, '')
    return lower === bare || lower.startsWith(`${bare}/`)
  })
}

/** What a WordPress address asks for in its query (https://developer.wordpress.org/reference/classes/wp_query/). */
export type OldQuery =
  | { readonly kind: 'item'; readonly postId: number }
  | { readonly kind: 'category'; readonly termId: number }
  | { readonly kind: 'category_slug'; readonly slug: string }
  | { readonly kind: 'tag_slug'; readonly slug: string }
  | { readonly kind: 'author'; readonly authorId: number }
  | { readonly kind: 'author_name'; readonly login: string }
  | { readonly kind: 'archive'; readonly year: number; readonly month: number | null; readonly day: number | null }
  | { readonly kind: 'search'; readonly words: string }
  | { readonly kind: 'feed'; readonly of: 'posts' | 'comments' }

/** Reads the query of an address ('/?p=12', '?m=201505'); null if WordPress would see nothing in it. */
export function oldAddressQuery(url: string): OldQuery | null {
  const start = url.indexOf('?')
  if (start === -1) return null
  const query = new URLSearchParams(url.slice(start).replace(/#.*$/, ''))
  const postId = id(query.get('p')) ?? id(query.get('page_id')) ?? id(query.get('attachment_id'))
  if (postId !== null) return { kind: 'item', postId }
  return termQuery(query) ?? authorQuery(query) ?? archiveQuery(query.get('m')) ?? searchOrFeed(query)
}

function termQuery(query: URLSearchParams): OldQuery | null {
  const termId = id(query.get('cat'))
  if (termId !== null) return { kind: 'category', termId }
  const category = slug(query.get('category_name'))
  if (category !== null) return { kind: 'category_slug', slug: category }
  const tag = slug(query.get('tag'))
  return tag === null ? null : { kind: 'tag_slug', slug: tag }
}

function authorQuery(query: URLSearchParams): OldQuery | null {
  const author = query.get('author')
  const authorId = id(author)
  if (authorId !== null) return { kind: 'author', authorId }
  const login = slug(query.get('author_name')) ?? slug(author)
  return login === null ? null : { kind: 'author_name', login }
}

/** `?m=` holds a year, a month or a day, without separators. */
function archiveQuery(digits: string | null): OldQuery | null {
  const found = /^(\d{4})(\d\d)?(\d\d)?(?:\d{6})?$/.exec(digits ?? '')
  if (found === null) return null
  const year = Number(found[1])
  const month = found[2] === undefined ? null : Number(found[2])
  const day = found[3] === undefined ? null : Number(found[3])
  const isReal = year >= 1 && (month ?? 1) >= 1 && (month ?? 1) <= 12 && (day ?? 1) >= 1 && (day ?? 1) <= 31
  return isReal ? { kind: 'archive', year, month, day } : null
}

function searchOrFeed(query: URLSearchParams): OldQuery | null {
  const words = query.get('s')?.trim().slice(0, LONGEST_SEARCH)
  if (words !== undefined && words !== '') return { kind: 'search', words }
  const feed = query.get('feed')
  if (feed === null || feed === '') return null
  return { kind: 'feed', of: feed.startsWith('comments') ? 'comments' : 'posts' }
}

const LONGEST_PATH = 1000
const LONGEST_SEARCH = 200

function id(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null
}

function slug(text: string | null): string | null {
  return text !== null && /^[^\s/\\]{1,200}$/.test(text) ? text : null
}

interface Parsed {
  readonly host: string
  readonly path: string
  readonly query: string
}

/** By hand, since `new URL` quietly resolves the '..' that must be refused. */
function parse(url: string): Parsed | null {
  const found = /^(?:https?:)?\/\/([^/?#\\]+)([^?#]*)(\?[^#]*)?/i.exec(url.trim())
  const [, host, path, query] = found ?? []
  if (host === undefined) return null
  // Old sites answered with and without "www", and moved from http to https: the same site all the same.
  const name = host
    .toLowerCase()
    .replace(/^.*@/, '')
    .replace(/:(?:80|443)$/, '')
  // A home address that ends in a slash gives '//about/' in some exports; further on, a doubled slash stays a fault.
  return { host: name.replace(/^www\./, ''), path: path?.replace(/^\/\/(?!\/)/, '/') || '/', query: query ?? '' }
}

function hasHost(href: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/|\\\\)/i.test(href)
}

function relativeTo(home: Parsed, href: string): Parsed {
  const [, path = '', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(href) ?? []
  const folder = home.path.replace(/\/?$/, '/')
  return { host: home.host, path: path.startsWith('/') ? path : folder + path.replace(/^(?:\.\/)+/, ''), query }
}

/** The path without the sub-folder of the installation; null if it lies outside. */
function below(path: string, folder: string): string | null {
  const base = folder.replace(/\/$/, '')
  if (path === base) return '/'
  return path.startsWith(`${base}/`) ? path.slice(base.length) : null
}

function decodedPart(part: string): string | null {
  if (PLAIN_PART.test(part)) return part
  let text: string
  try {
    text = decodeURIComponent(part).normalize('NFC')
  } catch {
    return null // not UTF-8 behind the percent signs
  }
  return text === '' || text === '.' || text === '..' || /[/\\\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(text) ? null : text
}

/** Most parts: nothing to decode, nothing to refuse. */
const PLAIN_PART = /^[a-z0-9][\w.-]*$/i
