import type { DocJson } from './json.ts'
import { innerText } from './json.ts'

export interface HeadingFound {
  /** 2 to 4. */
  readonly level: number
  readonly text: string
  /** The `id` it has in the page that `toHtml` makes. */
  readonly id: string
}

/** Ids that pages use themselves. */
const TAKEN = ['main', 'content', 'top', 'menu', 'nav', 'search', 'comments', 'footer', 'notes']

/** The headings in reading order with the ids that `toHtml` gives them under the same prefix; for a table of contents. */
export function headings(doc: DocJson, idPrefix = ''): HeadingFound[] {
  const give = headingIds(idPrefix)
  const found: HeadingFound[] = []
  const visit = (node: DocJson): void => {
    if (node.type === 'heading')
      found.push({ level: headingLevel(node), text: innerText(node), id: give(innerText(node)) })
    else node.content?.forEach(visit)
  }
  visit(doc)
  return found
}

/** 2 to 4, whatever a stored document says. */
export function headingLevel(node: DocJson): number {
  const level = node.attrs?.['level']
  return level === 3 || level === 4 ? level : 2
}

/** A giver of ids made from words, each once: `what-we-ask`, `what-we-ask-2`. To be called in reading order. */
export function headingIds(idPrefix: string): (text: string) => string {
  const given = new Set(TAKEN)
  const counts = new Map<string, number>()
  return (text) => {
    const slug = slugOf(text)
    let id = slug
    for (let count = counts.get(slug) ?? 1; given.has(id); counts.set(slug, count)) id = `${slug}-${++count}`
    given.add(id)
    return idPrefix + id
  }
}

function slugOf(text: string): string {
  const slug = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .toWellFormed()
    .replace(/\uFFFD|^-+|-+$/g, '')
  return /^(?:fn|note)/.test(slug) ? `h-${slug}` : slug || 'section'
}
