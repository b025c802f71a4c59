import { addressProblem, safeImageUrl } from './address.ts'
import { draft } from './htmlBuilder.ts'
import type { Draft } from './htmlBuilder.ts'
import { hasClass } from './htmlElements.ts'
import type { TagAttributes } from './htmlTokens.ts'

/** What an `img` becomes: a figure, words in its place, or nothing; with what is to be reported. */
export type Picture =
  | { readonly kind: 'figure'; readonly figure: Draft }
  | {
      readonly kind: 'words'
      readonly words: string
      readonly lost: { readonly kind: string; readonly detail: string } | null
    }

/** Reads an `img`. Emoji drawn as pictures become their character; counting pixels go. */
export function readPicture(attributes: TagAttributes, href: string | null): Picture {
  const alt = attributes.get('alt') ?? ''
  const address = pictureAddress(attributes)
  if (hasClass(attributes, 'emoji') || hasClass(attributes, 'wp-smiley'))
    return { kind: 'words', words: alt, lost: null }
  const [width, height] = [pixels(attributes.get('width')), pixels(attributes.get('height'))]
  if (width === 1 && height === 1)
    return { kind: 'words', words: '', lost: { kind: 'tracking-pixel', detail: address } }

  const src = safeImageUrl(address)
  if (src === null)
    return { kind: 'words', words: alt, lost: { kind: pictureProblem(address), detail: address.slice(0, 200) } }
  const caption = attributes.get('data-caption') ?? ''
  const figure = draft('figure', { src, alt, width, height, href })
  if (caption !== '') figure.content.push({ ...draft('text'), text: caption })
  return { kind: 'figure', figure }
}

/** The address with the scheme that `//host/…` leaves open. */
export function withScheme(address: string): string {
  const bare = address.trim()
  return bare.startsWith('//') ? `https:${bare}` : bare
}

/** Scripts that load pictures late keep the address in a `data-` attribute, with a placeholder as `src`. */
function pictureAddress(attributes: TagAttributes): string {
  const late = attributes.get('data-src') ?? attributes.get('data-lazy-src') ?? attributes.get('data-orig-src')
  const src = attributes.get('src') ?? ''
  return withScheme(late !== undefined && (src === '' || src.startsWith('data:')) ? late : src)
}

function pictureProblem(address: string): string {
  return addressProblem(address) === 'local-file-link' ? 'local-file-picture' : 'unsafe-picture'
}

function pixels(value: string | undefined): number | null {
  const number = /^\s*(\d{1,5})(?:px)?\s*$/.exec(value ?? '')?.[1]
  return number === undefined || Number(number) === 0 ? null : Number(number)
}
