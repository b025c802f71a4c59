import { randomBytes } from 'node:crypto'
import { escapeHtml } from '../../writing/index.ts'
import { displayName, headerWords, writtenAddress } from './headers.ts'
import { isPlace, type Place, type ReaderWords, splitAtPlaces } from './places.ts'
import { quotedPrintable, SOFT_BREAK } from './quotedPrintable.ts'

/** The preview line stands in the HTML. */
export interface LetterWords {
  readonly subject: string
  readonly html: string
  readonly plain: string
}
export interface Sender {
  /** The group's. */
  readonly name: string
  readonly address: string
  /** The group's own address on the web, whose host names its list (RFC 2919). */
  readonly home: string
}
export interface Reader {
  readonly address: string
  /** 'id@host', without angles. */
  readonly messageId: string
  readonly words: ReaderWords
  readonly at: Date
}
/** A header: its name, and its value as it is written, folded or not. */
export type Header = readonly [name: string, value: string]
export interface Message {
  readonly headers: readonly Header[]
  /** In pieces, most of which all readers' copies share: they are put together once, when all is known. */
  readonly body: readonly Buffer[]
}
/** Writes one reader's copy; null when the address cannot be written. */
export type Composer = (reader: Reader) => Message | null

type Piece = Buffer | { readonly place: Place; readonly html: boolean }

/** Builds everything that is the same for all readers once; what is left for each is putting some words in between. */
export function composer(letter: LetterWords, sender: Sender): Composer {
  const boundary = `backbench_${randomBytes(16).toString('hex')}`
  const part = (type: string): string =>
    `--${boundary}\r\nContent-Type: text/${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`
  const pieces = joined([
    Buffer.from(part('plain')),
    ...piecesOf(letter.plain, false),
    Buffer.from(`\r\n${part('html')}`),
    ...piecesOf(letter.html, true),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  const same: readonly Header[] = [
    ['From', `${displayName(sender.name)} <${sender.address}>`],
    ['Subject', headerWords(letter.subject)],
    ['List-Id', `<letters.${new URL(sender.home).hostname}>`],
    ['MIME-Version', '1.0'],
    ['Content-Type', `multipart/alternative; boundary="${boundary}"`],
  ]
  return (reader) => {
    const to = writtenAddress(reader.address)
    if (!to) return null
    const body = pieces.map((piece) => (Buffer.isBuffer(piece) ? piece : valueOf(piece, reader.words)))
    return { headers: [...same, ...ofReader(to, reader)], body }
  }
}

/** One-click: the reader's program posts to the address, without any page (RFC 8058 §3.1). */
const ofReader = (to: string, { messageId, words, at }: Reader): readonly Header[] => [
  ['To', `<${to}>`],
  ['Date', at.toUTCString().replace('GMT', '+0000')],
  ['Message-ID', `<${messageId}>`],
  ['List-Unsubscribe', `<${words.unsubscribe}>`],
  ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
]

export const written = ({ headers, body }: Message): Buffer =>
  Buffer.concat([Buffer.from(`${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`), ...body])

/** Each text ends its line where a reader's word begins, so that either is encoded without knowing the other. */
function piecesOf(text: string, html: boolean): readonly Piece[] {
  const parts = splitAtPlaces(text)
  return parts.map((part, position) => {
    if (isPlace(position)) return { place: part as Place, html }
    return Buffer.from(quotedPrintable(part) + (position < parts.length - 1 ? SOFT_BREAK : ''))
  })
}

function valueOf({ place, html }: Exclude<Piece, Buffer>, words: ReaderWords): Buffer {
  const value = words[place].replace(/\p{Cc}+/gu, ' ')
  return Buffer.from(quotedPrintable(html ? escapeHtml(value) : value) + SOFT_BREAK)
}

function joined(pieces: readonly Piece[]): readonly Piece[] {
  const all: Piece[] = []
  for (const piece of pieces) {
    const last = all.at(-1)
    if (Buffer.isBuffer(piece) && Buffer.isBuffer(last)) all[all.length - 1] = Buffer.concat([last, piece])
    else all.push(piece)
  }
  return all
}
