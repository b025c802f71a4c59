/**
 * Mends two faults of old or hand-made exports that an XML reader stumbles over and WordPress's own importer forgives:
 * a `]]>` inside a text (its regular expressions run on to the element's end), and a bare `&`. Text comes in pieces and
 * goes out in pieces; sound text passes unchanged, and lines are never added or removed.
 */
export class Mender {
  #buffer = ''
  #mode: 'markup' | 'comment' | 'cdata' = 'markup'
  /** Names of the elements that are open, outermost first. */
  readonly #open: string[] = []
  readonly #out: string[] = []
  /** So much of the buffer is known to need no mending of CDATA sections. */
  #sound = 0
  #last = false

  write(text: string): string {
    this.#buffer += text
    while (this.#step()) continue
    return this.#out.splice(0).join('')
  }

  end(): string {
    this.#last = true
    return this.write('') + this.#buffer
  }

  /** One move forward; false when more text is needed. */
  #step(): boolean {
    if (this.#mode === 'markup') return this.#passMarkup()
    if (this.#mode === 'comment') return this.#passTo('-->')
    return this.#passCdata()
  }

  /** Text and tags up to the next comment or CDATA section. */
  #passMarkup(): boolean {
    const text = this.#buffer.slice(0, this.#last ? undefined : safeEnd(this.#buffer))
    let done = 0
    TOKEN.lastIndex = 0
    for (let found = TOKEN.exec(text); found; found = TOKEN.exec(text)) {
      const [token, slash, name, rest] = found
      if (token === '&') {
        this.#out.push(text.slice(done, found.index), '&amp;')
        done = found.index + 1
      } else if (name !== undefined) {
        this.#note(name, slash === '/', rest?.endsWith('/') === true)
      } else {
        this.#mode = token === '<!--' ? 'comment' : 'cdata'
        this.#pass(done, found.index + token.length)
        return true
      }
    }
    this.#pass(done, text.length)
    return false
  }

  #note(name: string, closes: boolean, isEmpty: boolean): void {
    if (!closes) {
      if (!isEmpty && this.#open.length < DEEPEST) this.#open.push(name)
    } else if (this.#open.includes(name)) {
      this.#open.length = this.#open.lastIndexOf(name)
    }
  }

  #passTo(mark: string): boolean {
    const at = this.#buffer.indexOf(mark)
    if (at === -1) return this.#wait(this.#buffer.length - mark.length + 1)
    return this.#endSection(at + mark.length)
  }

  #passCdata(): boolean {
    const end = this.#buffer.indexOf(']]>')
    if (end === -1 || end < this.#sound) return this.#passTo(']]>')

    const owner = this.#open.at(-1) ?? ''
    const ahead = this.#buffer.slice(end + 3, end + 3 + LOOK_AHEAD)
    if (/^\s*<!\[CDATA\[/.test(ahead) || closing(owner).exec(ahead)?.index === 0) return this.#endSection(end + 3)
    if (ahead.length < LOOK_AHEAD && !this.#last) return this.#wait(end)
    return this.#passDoubtfulEnd(end, owner)
  }

  /** A `]]>` with text after it: either the text merely goes on outside the section, or the mark belongs to the text. */
  #passDoubtfulEnd(end: number, owner: string): boolean {
    const region = this.#buffer.slice(end)
    const length = closing(owner).exec(region)?.index
    if (length === undefined && !this.#last && region.length < LONGEST_SEARCH) return this.#wait(end)
    if (length === undefined || isBalanced(region.slice(0, length))) {
      this.#sound = end + (length ?? region.length)
      return this.#endSection(end + 3)
    }
    const last = region.lastIndexOf(']]>', length)
    this.#out.push(this.#buffer.slice(0, end), escapeEnds(region.slice(0, last)))
    this.#buffer = region.slice(last)
    return this.#endSection(3)
  }

  #endSection(length: number): boolean {
    this.#mode = 'markup'
    this.#pass(0, length)
    return true
  }

  #wait(length: number): boolean {
    this.#pass(0, Math.max(0, length))
    return false
  }

  #pass(start: number, end: number): void {
    this.#out.push(this.#buffer.slice(start, end))
    this.#buffer = this.#buffer.slice(end)
    this.#sound = Math.max(0, this.#sound - end)
  }
}

const TOKEN =
  /<!--|<!\[CDATA\[|<(\/?)([^\s<>/!?]+)([^<>]*)>|&(?!(?:[A-Za-z][A-Za-z0-9]{0,31}|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)/g
const LONGEST_ENTITY = 34
const LONGEST_TAG = 100_000
/** A section's true end is looked for this far, in characters; beyond, the first `]]>` stands. */
const LONGEST_SEARCH = 4_000_000
const LOOK_AHEAD = 256
const DEEPEST = 100

/** Where text outside CDATA may be cut without parting a tag or an entity. */
function safeEnd(text: string): number {
  const tag = text.lastIndexOf('<')
  const openTag = tag !== -1 && !text.includes('>', tag) && text.length - tag < LONGEST_TAG ? tag : text.length
  const entity = text.indexOf('&', Math.max(0, text.length - LONGEST_ENTITY))
  if (entity === -1) return openTag

  const before = text.lastIndexOf('<', entity)
  const isInTag = before > text.lastIndexOf('>', entity) && text.length - before < LONGEST_TAG
  return Math.min(openTag, isInTag ? before : entity)
}

const closings = new Map<string, RegExp>()

/** The end tag of an element, with the white space before it. */
function closing(owner: string): RegExp {
  const known = closings.get(owner)
  if (known !== undefined) return known
  if (closings.size > 200) closings.clear()
  const pattern = new RegExp(`\\s{0,200}</${owner.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s{0,200}>`)
  closings.set(owner, pattern)
  return pattern
}

/** Whether sections open and close in turn in this text, which begins with the end of one, with only text between. */
function isBalanced(region: string): boolean {
  let at = 3
  while (true) {
    const open = region.indexOf('<![CDATA[', at)
    if (/\]\]>|</.test(region.slice(at, open === -1 ? undefined : open))) return false
    if (open === -1) return true
    const close = region.indexOf(']]>', open)
    if (close === -1) return false
    at = close + 3
  }
}

/** `]]>` in a CDATA section, written as WordPress writes it: the section ends within the mark and a new one begins. */
function escapeEnds(text: string): string {
  return text
    .split(ESCAPED)
    .map((part) => part.replaceAll(']]>', ESCAPED))
    .join(ESCAPED)
}

const ESCAPED = ']]]]><![CDATA[>'
