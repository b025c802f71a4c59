import { safeImageUrl } from './address.ts'
import { draft } from './htmlBuilder.ts'
import type { Draft } from './htmlBuilder.ts'
import type { TagAttributes } from './htmlTokens.ts'
import { withScheme } from './pictures.ts'
import type { Shortcode } from './shortcodes.ts'

/** An embed with the page's own address where a player's is given, or null when there is no address we may link to. */
export function embedOf(address: string, title = ''): Draft | null {
  const url = safeImageUrl(pageOf(withScheme(address)))
  return url === null ? null : draft('embed', { url, title })
}

/** The address among a player's attributes: `iframe`, `embed`, `video`, `audio`, `source`, `object`. */
export function playerAddress(attributes: TagAttributes): string {
  return attributes.get('src') ?? attributes.get('data-src') ?? attributes.get('data') ?? ''
}

/** The address that an `[embed]`, `[video]`, `[audio]`, `[youtube]` or `[vimeo]` shortcode is about. */
export function shortcodeAddress(code: Shortcode): string {
  const inner = (code.inner ?? '').replace(/<[^>]*>/g, '').trim()
  const given = [inner, ...code.attributes.values()].find((value) => /^(?:https?:)?\/\/?[^\s]/i.test(value))
  if (given !== undefined) return given
  const key = [inner, code.attributes.get('id'), code.attributes.get('0')].find((value) =>
    /^[\w-]{6,20}$/.test(value ?? ''),
  )
  if (key === undefined) return ''
  return code.name === 'vimeo'
    ? `https://vimeo.com/${key}`
    : code.name === 'youtube'
      ? `https://www.youtube.com/watch?v=${key}`
      : ''
}

/** Players of films have a page of their own, which is what a reader wants to open. */
function pageOf(address: string): string {
  const youtube = /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,20})/i.exec(address)?.[1]
  if (youtube !== undefined && youtube !== 'videoseries') return `https://www.youtube.com/watch?v=${youtube}`
  const vimeo = /^https?:\/\/player\.vimeo\.com\/video\/(\d+)/i.exec(address)?.[1]
  return vimeo === undefined ? address : `https://vimeo.com/${vimeo}`
}
