/** The words of an HTML part, in one pass. Nothing of it is ever shown, so that a rough reading will do. */
export function textOfHtml(html: string): string {
  let text = ''
  for (let at = 0; at < html.length;) {
    const tag = html.indexOf('<', at)
    if (tag < 0) return unescaped(text + html.slice(at))
    text += html.slice(at, tag)
    const end = html.indexOf('>', tag)
    if (end < 0) break
    const name = /^\/?[a-z0-9]*/i.exec(html.slice(tag + 1, tag + 20))![0].toLowerCase()
    at = end + 1
    if (BREAKS.has(name.replace('/', ''))) text += '\n'
    if (HIDDEN.has(name)) at = afterClosing(html, name, at)
  }
  return unescaped(text)
}

const BREAKS = new Set(['br', 'p', 'div', 'tr', 'li', 'h1', 'h2', 'h3', 'h4', 'table', 'td', 'hr', 'blockquote'])
const HIDDEN = new Set(['style', 'script', 'head'])

/** Where the hidden part ends: at its closing tag, or with the text. */
function afterClosing(html: string, name: string, from: number): number {
  const closing = html.indexOf(`</${name}`, from)
  return closing < 0 ? html.length : closing
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

function unescaped(text: string): string {
  return text.replace(
    /&(?:#(\d{1,6})|([a-z]{2,4}));/gi,
    (whole, number: string | undefined, name: string | undefined) =>
      number === undefined ? (NAMED[name!.toLowerCase()] ?? whole) : String.fromCodePoint(Number(number) % 0x110000),
  )
}
