import type { IncomingHttpHeaders } from 'node:http'

/**
 * Words in the names of programs that fetch pages without a reader: crawlers, previews of links, watchers, libraries. From
 * the public list of crawlers' agents at https://github.com/monperrus/crawler-user-agents, cut down to what they share.
 * A page's address or a mailbox in the name is a crawler's way of saying who answers for it (RFC 9309, §2.2.1). "Cubot"
 * makes telephones.
 */
const ROBOT =
  /(?<!cu)bot|crawl|spider|slurp|preview|scan|fetch|monitor|check|headless|lighthouse|facebookexternalhit|archiver|transcoder|python|https?:|@/i

/** Every browser calls itself Mozilla, for reasons of history (https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/User-Agent). */
const BROWSER = /^(Mozilla|Opera)\//

/** Whether nobody reads what was asked for: a robot, or a browser that fetches ahead of its reader. */
export function isUnread(headers: IncomingHttpHeaders): boolean {
  const agent = headers['user-agent']
  if (!agent || !BROWSER.test(agent) || ROBOT.test(agent)) return true
  if (headers.from !== undefined) return true // RFC 9110 §10.1.2: robots give a mailbox
  const asked = headers['sec-fetch-dest']
  if (asked !== undefined && asked !== 'document') return true // inside another page, or by a script
  return /prefetch/.test(`${said(headers['sec-purpose'])} ${said(headers['purpose'])} ${said(headers['x-moz'])}`)
}

const said = (header: string | string[] | undefined): string => String(header ?? '')
