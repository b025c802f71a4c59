import { createHash, createPublicKey, verify } from 'node:crypto'

/** A mail as a reader's program sees it. Written from the RFCs, apart from what writes our mails. */
export interface ReadMail {
  /** As they stand, folded, in order. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
  /** Unfolded, with its encoded words read (RFC 2047). */
  header(name: string): string
  /** The texts of its parts, by type, read from quoted-printable (RFC 2045 §6.7). */
  readonly parts: Readonly<Record<string, string>>
}

export function readMail(raw: string): ReadMail {
  const end = raw.indexOf('\r\n\r\n')
  const lines = raw.slice(0, end).split(/\r\n(?![ \t])/)
  const headers = lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)] as const)
  const body = raw.slice(end + 4)
  const header = (name: string): string =>
    words(
      headers
        .find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1]
        .replaceAll('\r\n', '')
        .trim() ?? '',
    )
  const boundary = /boundary="([^"]+)"/.exec(header('content-type'))?.[1]
  const parts = boundary ? body.split(`--${boundary}`).slice(1, -1) : []
  return { headers, body, header, parts: Object.fromEntries(parts.map(part)) }
}

const part = (text: string): readonly [string, string] => {
  const end = text.indexOf('\r\n\r\n')
  const bytes = text
    .slice(end + 4, -2)
    .replaceAll(/[ \t]+\r\n/g, '\r\n')
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return [/Content-Type: ([^;]+)/i.exec(text)![1]!, Buffer.from(bytes, 'latin1').toString('utf8')]
}
const words = (value: string): string =>
  value
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, text: string) => Buffer.from(text, 'base64').toString('utf8'))

/** What a receiver says to its DKIM signature (RFC 6376 §6.1), given the text of the DNS record. */
export function dkimResult(raw: string, record: string): 'pass' | 'body hash' | 'signature' | 'none' {
  const { headers, body } = readMail(raw)
  const signature = headers.find(([name]) => name.toLowerCase() === 'dkim-signature')
  if (!signature) return 'none'
  const tags = new Map(
    signature[1]
      .split(';')
      .map((tag) => [tag.slice(0, tag.indexOf('=')).trim(), tag.slice(tag.indexOf('=') + 1).replaceAll(/\s/g, '')]),
  )
  const canonical = `${body
    .replaceAll(/[ \t]+(?=\r\n)/g, '')
    .replaceAll(/[ \t]+/g, ' ')
    .replace(/(?:\r\n)+$/, '')}\r\n`
  if (createHash('sha256').update(canonical).digest('base64') !== tags.get('bh')) return 'body hash'
  const left = [...headers]
  const signed = tags
    .get('h')!
    .split(':')
    .flatMap((name) => {
      const at = left.findLastIndex(([one]) => one.toLowerCase() === name.toLowerCase())
      return at < 0 ? [] : [`${relaxed(left.splice(at, 1)[0]!)}\r\n`]
    })
  const own = relaxed([signature[0], signature[1].replace(/([;\s]b=)[^;]*/, '$1')])
  const key = createPublicKey({ key: Buffer.from(/p=(\S+)/.exec(record)![1]!, 'base64'), format: 'der', type: 'spki' })
  const good = verify('sha256', Buffer.from(signed.join('') + own), key, Buffer.from(tags.get('b')!, 'base64'))
  return good ? 'pass' : 'signature'
}

const relaxed = ([name, value]: readonly [string, string]): string =>
  `${name.toLowerCase()}:${value
    .replaceAll('\r\n', '')
    .replaceAll(/[ \t]+/g, ' ')
    .trim()}`

/** As it came over the line, where a line that begins with a dot has one more (RFC 5321 §4.5.2). */
export const unstuffed = (given: string): string => `${given.replaceAll(/^\.\./gm, '.')}\r\n`
