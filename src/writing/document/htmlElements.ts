import type { MarkName } from './schema.ts'
import type { TagAttributes } from './htmlTokens.ts'

/** Elements that become marks on words. */
export const markElements: ReadonlyMap<string, MarkName> = new Map([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'em'],
  ['em', 'em'],
  ['var', 'em'],
  ['dfn', 'em'],
  ['s', 'strikethrough'],
  ['strike', 'strikethrough'],
  ['del', 'strikethrough'],
  ['sup', 'superscript'],
  ['sub', 'subscript'],
  ['code', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['tt', 'code'],
])

/** Our own element for a footnote, as `fromMarkdown` writes it. */
export const NOTE_ELEMENT = 'bb-note'

/** Elements that begin on a line of their own but have no place in a document: their content stays. */
export const groupElements: ReadonlySet<string> = new Set(
  (
    'address article aside body center dd details dialog div dl fieldset footer form frameset head header hgroup html main nav noframes noscript ' +
    'object optgroup option search section select tbody tfoot thead colgroup video audio canvas'
  ).split(' '),
)

/** Elements that are dropped with all they hold; those marked are worth a line in the report. */
export const droppedElements: ReadonlyMap<string, 'listed' | 'silent'> = new Map([
  ['script', 'listed'],
  ['style', 'listed'],
  ['svg', 'listed'],
  ['template', 'listed'],
  ['select', 'listed'],
  ['title', 'silent'],
  ['xml', 'silent'],
  ['noembed', 'silent'],
  ['noframes', 'silent'],
])

/** Elements without content (HTML standard, 13.1.2) and others that only say something about their neighbours. */
export const voidElements: ReadonlySet<string> = new Set(
  'area base basefont bgsound col input link meta param source track wbr keygen'.split(' '),
)

/** The marks that a `style` attribute asks for, as Google Docs and Word write them. (Word's `mso-bidi-font-weight` speaks of other scripts.) */
export function styledMarks(attributes: TagAttributes): MarkName[] {
  const style = attributes.get('style')?.toLowerCase() ?? ''
  const asked: [RegExp, MarkName][] = [
    [/(?<![\w-])font-weight\s*:\s*(?:bold|[6-9]00)/, 'strong'],
    [/(?<![\w-])font-style\s*:\s*italic/, 'em'],
    [/text-decoration[\w-]*\s*:[^;]*line-through/, 'strikethrough'],
    [/vertical-align\s*:\s*super/, 'superscript'],
    [/vertical-align\s*:\s*sub(?!\w)/, 'subscript'],
  ]
  return style === '' ? [] : asked.filter(([pattern]) => pattern.test(style)).map(([, mark]) => mark)
}

/** Whether the element says "not bold", "not italic": Google Docs wraps whole documents in such a `<b>`. */
export function deniesMark(attributes: TagAttributes): boolean {
  return /(?<![\w-])font-(?:weight|style)\s*:\s*(?:normal|400)/i.test(attributes.get('style') ?? '')
}

/** Whether the element has the class. */
export function hasClass(attributes: TagAttributes, name: string): boolean {
  return (attributes.get('class') ?? '').split(/\s+/).includes(name)
}
