const SHOWN = /^(from|to|subject|date):/i

/**
 * A plain-text message as a person reads it: who, to whom, what about, and the words decoded. Long lines travel folded
 * (RFC 2045 §6.7), which would break a link in two for whoever copies it.
 */
export function readableLetter(message: string): string {
  const [, head = '', body = ''] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(message) ?? []
  const headers = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const encoding = headers
    .find((line) => /^content-transfer-encoding:/i.test(line))
    ?.split(':')[1]
    ?.trim()
    .toLowerCase()
  const shown = headers.filter((line) => SHOWN.test(line)).map(plainHeader)
  return `${shown.join('\n')}\n\n${decoded(body, encoding).replaceAll('\r\n', '\n').trim()}`
}

function decoded(text: string, encoding: string | undefined): string {
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString('utf8')
  if (encoding === 'quoted-printable') return fromQuoted(text.replace(/=\r?\n/g, ''))
  return text
}

/** Encoded words in a header (RFC 2047 §4), such as a group's name with an accent. */
const plainHeader = (line: string): string =>
  line
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('utf8') : fromQuoted(text.replaceAll('_', ' ')),
    )

/** '=C3=A9' is 'é': each pair of digits is a byte; everything between is ASCII. */
const fromQuoted = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')
