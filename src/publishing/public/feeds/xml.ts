/** Written XML, to be put into other XML as it is. */
export interface Xml {
  readonly xml: string
}
type Attributes = Readonly<Record<string, string | undefined>>

/** One XML element. Text is escaped, and characters XML 1.0 cannot hold (2.2, Char) are left out. */
export function element(name: string, attributes: Attributes, ...children: readonly (Xml | string)[]): Xml {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escaped(value)}"`,
  )
  const inside = children.map((child) => (typeof child === 'string' ? escaped(child) : child.xml)).join('')
  return { xml: inside ? `<${name}${written.join('')}>${inside}</${name}>` : `<${name}${written.join('')}/>` }
}

export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="utf-8"?>\n${root.xml}\n`

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string =>
  text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- exactly the characters XML refuses
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)
