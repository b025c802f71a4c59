import { Tokenizer, TokenizerMode } from 'parse5'
import type { Token, TokenHandler } from 'parse5'

export type TagAttributes = ReadonlyMap<string, string>

/** What a reader of HTML is told, in order. Tag names are lower case, text has its entities resolved. */
export interface HtmlReader {
  start(tag: string, attributes: TagAttributes): void
  end(tag: string): void
  text(text: string): void
  comment(text: string): void
}

/**
 * Reads HTML by parse5's tokenizer (the HTML standard, 13.2.5), without building its tree: a tree can be made to grow
 * far beyond its source (unclosed formatting elements are repeated in each paragraph), tokens cannot.
 * `<div/>` is taken at its word, though browsers ignore the slash: nothing is swallowed for want of an end tag.
 */
export function readHtml(html: string, reader: HtmlReader): void {
  let words = ''
  const flush = (): void => {
    if (words !== '') reader.text(words)
    words = ''
  }
  const gather = (token: Token.CharacterToken): void => {
    words += token.chars
  }
  const handler: TokenHandler = {
    onStartTag(token) {
      flush()
      tokenizer.state = (token.selfClosing ? undefined : modeWithin.get(token.tagName)) ?? TokenizerMode.DATA
      reader.start(token.tagName, new Map(token.attrs.map((attribute) => [attribute.name, attribute.value])))
      if (token.selfClosing && token.tagName !== 'br') reader.end(token.tagName)
    },
    onEndTag(token) {
      flush()
      reader.end(token.tagName)
    },
    onComment(token) {
      flush()
      reader.comment(token.data)
    },
    onCharacter: gather,
    onWhitespaceCharacter: gather,
    onNullCharacter() {},
    onDoctype() {},
    onEof: flush,
    onParseError: null,
  }
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: false }, handler)
  tokenizer.write(html, true)
}

/** Elements whose content is not markup (HTML standard, 13.2.6.4.4 and 13.2.6.4.7). */
const modeWithin: ReadonlyMap<string, Tokenizer['state']> = new Map([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['xmp', TokenizerMode.RAWTEXT],
  ['iframe', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['textarea', TokenizerMode.RCDATA],
  ['title', TokenizerMode.RCDATA],
])
