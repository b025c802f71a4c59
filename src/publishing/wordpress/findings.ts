import type { OldSite } from './addresses.ts'
import { brokenLinks } from './findings/brokenLinks.ts'
import { emailAddressesIn } from './findings/emailAddresses.ts'
import {
  cut,
  type Finding,
  type FindingKind,
  type LostPart,
  type PageLink,
  type PagePicture,
} from './findings/finding.ts'
import { localDiskLinks } from './findings/localDiskLinks.ts'
import { dialLinks, phoneNumbersIn } from './findings/phoneNumbers.ts'
import { picturesWithoutText } from './findings/pictures.ts'
import { placeholderLinks } from './findings/placeholderLinks.ts'
import { postalAddressesIn } from './findings/postalAddresses.ts'
import { wrongEncodingIn } from './findings/wrongEncoding.ts'

export type { Finding, FindingKind, LostPart, PageLink, PagePicture } from './findings/finding.ts'

/** A converted page and what readers see with it, as plain data. */
export interface ExaminedPage {
  /** The page's address on the new site. */
  readonly address: string
  readonly title: string
  readonly text: string
  readonly links: readonly PageLink[]
  readonly images: readonly PagePicture[]
  readonly lost: readonly LostPart[]
  /** The texts of its published comments. */
  readonly comments: readonly string[]
}

export interface SiteFacts {
  readonly site: OldSite
  /** Whether something stands at a stored path ('/about/') or answers a plain link ('/?p=12'). */
  readonly knownPath: (path: string) => boolean
}

/** Everything odd about a page, in the order of the kinds; one finding for each place. */
export function findingsIn(page: ExaminedPage, facts: SiteFacts): Finding[] {
  const texts = [page.title, page.text, ...page.comments]
  const inTexts = (search: (text: string) => string[]): string[] => texts.flatMap(search)
  const details: readonly (readonly [FindingKind, readonly string[]])[] = [
    ['phone_number', [...inTexts(phoneNumbersIn), ...dialLinks(page.links)]],
    ['postal_address', inTexts(postalAddressesIn)],
    ['email_address', emailAddressesIn(texts.join('\n'), page.links)],
    ['local_disk_link', localDiskLinks(texts.join('\n'), page.links)],
    ['broken_link', brokenLinks(page.links, facts)],
    ['placeholder_link', placeholderLinks(page.links, facts.site)],
    ['picture_without_text', picturesWithoutText(page.images)],
    ['empty_post', isEmpty(page) ? [page.title || 'without a title'] : []],
    ['wrong_encoding', inTexts(wrongEncodingIn)],
    ['kept_as_text', page.lost.map(({ kind, detail }) => `${kind}: ${detail}`)],
  ]
  return details.flatMap(([kind, found]) =>
    found.map((detail) => ({ kind, address: page.address, detail: cut(detail) })),
  )
}

/** Items that wanted the same address; `detail` names those that came after the first. */
export function duplicateAddresses(items: Iterable<{ readonly address: string; readonly title: string }>): Finding[] {
  const seen = new Set<string>()
  const findings: Finding[] = []
  for (const { address, title } of items) {
    const key = address.toLowerCase()
    if (seen.has(key)) findings.push({ kind: 'duplicate_address', address, detail: cut(title) })
    seen.add(key)
  }
  return findings
}

function isEmpty(page: ExaminedPage): boolean {
  return !/[\p{L}\p{N}]/u.test(page.text) && page.images.length === 0
}
