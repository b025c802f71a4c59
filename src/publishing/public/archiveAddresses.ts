import { splitTail, type View } from './paths.ts'
import type { Taxonomy } from './terms.ts'

/** Which archive an address asks for. */
export type Archive =
  | { readonly kind: 'all' }
  | { readonly kind: 'author'; readonly slug: string }
  | { readonly kind: 'term'; readonly taxonomy: Taxonomy; readonly slug: string }
  | { readonly kind: 'dates'; readonly year: number; readonly month?: number; readonly day?: number }

export interface ArchiveAsked {
  readonly archive: Archive
  readonly view: View
}

const DATES = /^\/(\d{4})\/(?:(\d\d?)\/(?:(\d\d?)\/)?)?$/

/** Reads the normal path of an archive, page or feed of it. Null for what is none: no such month, no such day. */
export function archiveAt(normal: string): ArchiveAsked | null {
  const { base, view } = splitTail(normal)
  const archive = archiveOf(base)
  return archive && { archive, view }
}

function archiveOf(base: string): Archive | null {
  if (base === '/posts/') return { kind: 'all' }
  const [first = '', ...slugs] = base.split('/').filter((part) => part !== '')
  const slug = slugs.at(-1)
  if (slug !== undefined && first === 'author') return slugs.length === 1 ? { kind: 'author', slug } : null
  if (slug !== undefined && (first === 'category' || first === 'tag')) return { kind: 'term', taxonomy: first, slug }
  const [, year, month, day] = DATES.exec(base) ?? []
  return year === undefined ? null : datesOf([Number(year), month && Number(month), day && Number(day)])
}

function datesOf([year, month, day]: readonly [
  number,
  number | '' | undefined,
  number | '' | undefined,
]): Archive | null {
  if (year < 1900) return null
  if (!month) return month === undefined ? { kind: 'dates', year } : null
  if (month > 12) return null
  if (!day) return day === undefined ? { kind: 'dates', year, month } : null
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return day <= last ? { kind: 'dates', year, month, day } : null
}

/** '/2015/05/12/' */
export const datesHref = (year: number, month?: number, day?: number): string =>
  `/${[year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join('/')}/`

/** The address of a page of an archive: '/tag/care/', '/tag/care/page/2/', '/posts/page/2'. */
export function pageHref(href: string, page: number): string {
  if (page === 1) return href
  return href.endsWith('/') ? `${href}page/${page}/` : `${href}/page/${page}`
}
