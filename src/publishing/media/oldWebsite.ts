import { Trouble } from './trouble.ts'

const LONGEST = 4000

/** Whether an address lies on the old website itself: its own host, with or without "www.", at a port for web pages or its own. */
export function isOn(site: string, address: URL): boolean {
  const home = URL.canParse(site) ? new URL(site) : null
  if (!home || !/^https?:$/.test(address.protocol)) return false
  const ports = ['', '80', '443', home.port]
  return bare(address.hostname) === bare(home.hostname) && ports.includes(address.port)
}

/**
 * A file's whole address on the old website. Throws a Trouble when it lies elsewhere, or is none.
 * @param address as an export or a redirect has it; a relative one counts from `base`
 */
export function addressOn(site: string, address: string, base: string | URL = site): URL {
  const url = URL.canParse(address, base) ? new URL(address, base) : null
  if (!url || url.href.length > LONGEST || url.username || url.password || climbs(url.pathname))
    throw new Trouble('Its address is not one that a file can have.')
  if (!isOn(site, url)) throw new Trouble('It lies on another website. Files are fetched from the old website alone.')
  url.hash = ''
  return url
}

const bare = (hostname: string): string => hostname.replace(/^www\./, '').replace(/\.$/, '')

/** URL takes '..' away by itself; what is left of it is hidden in percent signs, for whoever decodes it next. */
function climbs(pathname: string): boolean {
  try {
    const decoded = decodeURIComponent(pathname)
    return decoded.split(/[/\\]/).includes('..') || decoded.includes('\0')
  } catch {
    return false // a stray percent sign, as old file names have; it means itself
  }
}
