/** Text as XML 1.0 can hold it (2.2, Char): line ends are \n, and characters it forbids are left out. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex -- exactly the characters XML refuses
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

/** A CDATA section; where the text itself holds its end mark, it ends there and a new one begins, as WordPress does it. */
export const cdata = (text: string): string => `<![CDATA[${xmlText(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

/** An element that holds text, in a CDATA section. */
export const field = (name: string, text: string): string => `<${name}>${cdata(text)}</${name}>\n`

/** An element that holds a number, a moment or an address of ours. */
export const plainField = (name: string, value: string | number): string =>
  `<${name}>${attributeText(String(value))}</${name}>\n`

/** Text as it stands in an attribute or between tags. */
export const attributeText = (text: string): string =>
  xmlText(text).replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;')
