import { request as requestPlainly } from 'node:http'
import { request as requestSafely } from 'node:https'
import { pinnedTo, publicAddressesOf, type Reach } from '../../../platform/reach.ts'
import { links } from '../../../writing/index.ts'
import type { Block } from '../../blocks/block.ts'

/** A link of a letter that does not lead where it says, and why. */
export interface LostLink {
  readonly href: string
  readonly why: string
}

const MOST_LINKS = 60
const WAIT = 8000
const AT_ONCE = 5

/** Every address a letter leads to, once, in reading order. */
export function linksOf(blocks: readonly Block[]): readonly string[] {
  const found = blocks.flatMap((block) => {
    if (block.kind === 'text') return links(block.doc).map(({ href }) => href)
    return 'href' in block && block.href ? [block.href] : []
  })
  return [...new Set(found)].filter((href) => !/^(?:#|mailto:|tel:)/.test(href)).slice(0, MOST_LINKS)
}

interface Asking {
  /** 'https://group.example', without a last slash. */
  readonly home: string
  /** Whether something stands at a path of the group's own. */
  readonly isHere: (path: string) => Promise<boolean>
  readonly reach: Reach
}

/** Which links do not lead anywhere. The group's own are looked up; others are asked for, a few at a time, and nothing of them is read. */
export async function lostLinks(hrefs: readonly string[], asking: Asking): Promise<readonly LostLink[]> {
  const lost: LostLink[] = []
  const line = hrefs.values()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const href of line) {
        const why = await troubleOf(href, asking)
        if (why !== null) lost.push({ href, why })
      }
    }),
  )
  return hrefs.flatMap((href) => lost.filter((one) => one.href === href))
}

async function troubleOf(href: string, { home, isHere, reach }: Asking): Promise<string | null> {
  const url = URL.canParse(href, home) ? new URL(href, home) : null
  if (!url) return 'This is no address.'
  if (url.origin === new URL(home).origin)
    return (await isHere(decoded(url.pathname))) ? null : 'There is no such page on your website.'
  return elsewhere(url, reach)
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path // a stray percent sign means itself
  }
}

/** Whoever answers at all but "not found" and "gone" counts as there: many refuse to talk to programs. */
async function elsewhere(url: URL, reach: Reach): Promise<string | null> {
  const addresses = await publicAddressesOf(url.hostname, reach)
  if (addresses === 'unknown') return 'There is no website of that name.'
  if (addresses === 'private') return 'This name leads into a private network, which your readers cannot reach.'
  const status = await statusOf(url, pinnedTo(addresses)).catch(() => null)
  if (status === null) return 'Nothing answers there.'
  return status === 404 || status === 410 ? `The website says there is no such page (${status}).` : null
}

function statusOf(url: URL, lookup: ReturnType<typeof pinnedTo>): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestSafely : requestPlainly)(url, {
      lookup,
      agent: false,
      signal: AbortSignal.timeout(WAIT),
      headers: { 'user-agent': 'Backbench (looks whether a link in a letter leads somewhere)' },
    })
    request.on('error', reject)
    request.once('response', (answer) => {
      answer.destroy()
      resolve(answer.statusCode ?? 0)
    })
    request.end()
  })
}
