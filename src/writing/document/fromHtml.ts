import { startElement, endElement } from './htmlStart.ts'
import { comment, words } from './htmlText.ts'
import { readHtml } from './htmlTokens.ts'
import { closeTo, list, newWalk } from './htmlWalk.ts'
import type { DocJson } from './json.ts'
import { normalise } from './normal.ts'
import { gatherWordLists } from './wordLists.ts'

/** Something that found no place in a document. Its words, if it had any, were kept as text. */
export interface Lost {
  /** `script`, `form`, `shortcode`, `unsafe-link`, `local-file-link`, `unsafe-picture`, … */
  readonly kind: string
  readonly detail: string
}

export interface Converted {
  readonly doc: DocJson
  readonly lost: readonly Lost[]
}

/** A picture that a `[gallery]` shows; its address must be whole. */
export interface GalleryPicture {
  readonly src: string
  readonly alt: string
  readonly caption: string
}

export interface FromHtmlOptions {
  /**
   * `wordpress`: blank lines make paragraphs and line ends make line breaks (as `wpautop` does, unless the text has block
   * comments), shortcodes are read, an address alone in a paragraph is an embed. `html`: white space is only white space.
   */
  readonly paragraphs: 'wordpress' | 'html'
  /** The pictures behind the ids of a `[gallery]`; without ids, all that belong to the text. */
  readonly pictures?: (ids: readonly string[]) => readonly GalleryPicture[]
}

const LONGEST = 4_000_000

/**
 * A document from HTML of any quality: old WordPress, its block editor, Word, Google Docs, a browser's clipboard. Takes
 * time and memory in proportion to the length; nesting beyond a limit is flattened, text beyond four million characters
 * is cut and listed. The document is in normal form and passes `check()`; nothing of it is ever raw HTML.
 */
export function fromHtml(html: string, options: FromHtmlOptions): Converted {
  const walk = newWalk(options, options.paragraphs === 'wordpress' && !html.includes('<!-- wp:'))
  if (html.length > LONGEST) list(walk, 'too-long', `${html.length - LONGEST} characters were cut off`)
  readHtml(html.slice(0, LONGEST).replace(/\r\n?/g, '\n'), {
    start: (tag, attributes) => startElement(walk, tag, attributes),
    end: (tag) => endElement(walk, tag),
    text: (text) => words(walk, text),
    comment: (text) => comment(walk, text),
  })
  closeTo(walk, 1)
  walk.builder.endParagraph()
  gatherWordLists(walk.builder.doc)
  return { doc: normalise(walk.builder.doc), lost: walk.lost }
}
