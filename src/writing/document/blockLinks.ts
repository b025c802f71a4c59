import { safeUrl } from './address.ts'
import { draft } from './htmlBuilder.ts'
import type { Draft } from './htmlBuilder.ts'

/** Blocks that are one link: WordPress makes it from what their comment says. */
const LINKS: ReadonlySet<string> = new Set(['social-link', 'navigation-link', 'navigation-submenu', 'home-link'])

/**
 * A paragraph with the link that a block's comment describes (`social-link {"url":"https://…","service":"mastodon"}`), or
 * null when it is no such block or leads nowhere.
 */
export function blockLink(said: string): Draft | null {
  const [, name = '', json = ''] = /^(?:core\/)?([a-z-]+)\s+(\{.*\})$/s.exec(said) ?? []
  const attributes = LINKS.has(name) ? attributesIn(json) : {}
  const url = typeof attributes['url'] === 'string' ? attributes['url'] : ''
  const href = /^(?:https?:\/\/|mailto:|\/)/i.test(url) ? safeUrl(url) : null
  if (href === null) return null
  const text = [attributes['label'], attributes['service']].find(isWords) ?? url
  return {
    ...draft('paragraph'),
    content: [{ ...draft('text'), text: plain(text), marks: [{ type: 'link', attrs: { href } }] }],
  }
}

const isWords = (value: unknown): value is string => typeof value === 'string' && value !== ''

function attributesIn(json: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(json) as Record<string, unknown>
  } catch {
    return {}
  }
}

/** Labels may hold mark-up. 'mastodon' is written as a name is. */
function plain(label: string): string {
  const words = label.replace(/<[^>]*>/g, '').slice(0, 200)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
