/** Stands for hosts past the day's limit, and for what is no public name. It has no dot, so no host is called so. */
export const OTHER = 'other'

const PUBLIC_NAME = /^(?=.{4,100}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/

/**
 * The host of the page that led here, of a Referer header (RFC 9110 §10.1.3), without "www."; never its path or query.
 * '' for none, for our own pages and for what is no web page; 'other' for a bare number or a name inside somebody's house.
 */
export function referrerOf(referer: string | undefined, ownHost: string): string {
  const host = /^https?:\/\/(?:[^/?#]*@)?([^/?#@]*)/i.exec(referer ?? '')?.[1]
  if (!host || host === ownHost) return ''
  const name = bare(host)
  if (name === bare(ownHost)) return ''
  return PUBLIC_NAME.test(name) ? name : OTHER
}

const bare = (host: string): string =>
  host
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^www\./, '')
