import { Refusal } from '../../platform/refusal.ts'
import type { AuthorRecord, CategoryRecord, ItemRecord, ItemTerm, TagRecord, TermRecord } from '../wordpress/export.ts'
import { slugify } from '../wordpress/slugs.ts'
import { cut, fingerprint, plainSlug } from './rules.ts'

export type Taxonomy = 'category' | 'tag'

export interface SurveyedAuthor {
  /** 'author:7', by which `/?author=7` leads on; by login where the file gives no number of its own. */
  readonly key: string
  readonly login: string
  readonly name: string
  readonly about: string
  readonly penName: boolean
}

export interface SurveyedTerm {
  /** 'category:3', by which `/?cat=3` leads on; by slug where the file gives no number of its own. */
  readonly key: string
  readonly taxonomy: Taxonomy
  readonly slug: string
  readonly name: string
  readonly description: string
  /** The slug of the category above, '' at the top. */
  readonly parent: string
}

const MOST = 100_000

/** The authors, categories and tags of an export: those its head declares, and those only posts mention. */
export class SurveyedNames {
  readonly #authors = new Map<string, SurveyedAuthor>()
  readonly #terms = new Map<string, SurveyedTerm>()
  readonly #keys = new Set<string>()

  declare(record: AuthorRecord | CategoryRecord | TagRecord | TermRecord): void {
    if (record.kind === 'author') this.#declareAuthor(record)
    else if (record.kind !== 'term') this.#declareTerm(record)
  }

  mention({ author, terms }: ItemRecord): void {
    if (author && !this.#authors.has(author))
      this.#addAuthor({ key: keyOfLogin(author), login: author, name: author, about: '', penName: false })
    for (const { domain, slug, name } of terms) {
      const taxonomy = taxonomyOf(domain)
      const plain = plainSlug(slug) || slugify(name)
      if (!taxonomy || this.#terms.has(termName(taxonomy, plain))) continue
      this.#addTerm({
        key: '',
        taxonomy,
        slug: plain,
        name: cut(name.trim() || plain, 200),
        description: '',
        parent: '',
      })
    }
  }

  authors(): readonly SurveyedAuthor[] {
    return [...this.#authors.values()]
  }

  /** In no order: a child may come before its parent. */
  terms(): readonly SurveyedTerm[] {
    return [...this.#terms.values()]
  }

  /** The first description of a login counts. Email addresses stay behind. */
  #declareAuthor({ login, authorId, displayName, firstName, lastName, about, penName }: AuthorRecord): void {
    if (!login || this.#authors.has(login)) return
    const name = displayName.trim() || `${firstName} ${lastName}`.trim() || login
    const key = authorId === null ? keyOfLogin(login) : `author:${authorId}`
    const own = { login, name, about: cut(about, 2000), penName }
    this.#addAuthor({ key: this.#keys.has(key) ? keyOfLogin(login) : key, ...own })
  }

  #declareTerm(record: CategoryRecord | TagRecord): void {
    const slug = plainSlug(record.slug) || slugify(record.name)
    if (this.#terms.has(termName(record.kind, slug))) return
    this.#addTerm({
      key: record.termId === null ? '' : `${record.kind}:${record.termId}`,
      taxonomy: record.kind,
      slug,
      name: cut(record.name.trim() || slug, 200),
      description: cut(record.description, 2000),
      parent: 'parent' in record ? plainSlug(record.parent) : '',
    })
  }

  #addAuthor(author: SurveyedAuthor): void {
    bound(this.#authors.size, 'authors')
    this.#keys.add(author.key)
    this.#authors.set(author.login, { ...author, name: cut(author.name, 200) })
  }

  #addTerm(term: SurveyedTerm): void {
    bound(this.#terms.size, 'categories and tags')
    const key = term.key === '' || this.#keys.has(term.key) ? `${term.taxonomy}:slug:${term.slug}` : term.key
    this.#keys.add(key)
    this.#terms.set(termName(term.taxonomy, term.slug), { ...term, key })
  }
}

/** Which of our two taxonomies a term of an item belongs to; null for those of plugins. */
export const taxonomyOf = (domain: string): Taxonomy | null =>
  domain === 'category' ? 'category' : domain === 'post_tag' || domain === 'tag' ? 'tag' : null

/** 'tag:water': terms of both taxonomies in one map. */
export const termName = (taxonomy: Taxonomy, slug: string): string => `${taxonomy}:${slug}`

/** The name of the term an item carries; null for other taxonomies. */
export function nameOfTerm({ domain, slug, name }: ItemTerm): string | null {
  const taxonomy = taxonomyOf(domain)
  return taxonomy && termName(taxonomy, plainSlug(slug) || slugify(name))
}

const keyOfLogin = (login: string): string => `author:login:${login.length > 100 ? fingerprint(login) : login}`

function bound(count: number, what: string): void {
  if (count >= MOST)
    throw new Refusal(
      `The export holds more than ${MOST.toLocaleString('en-GB')} ${what}, which no website of people has.`,
      422,
    )
}
