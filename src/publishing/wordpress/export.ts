import { ExportText } from './encoding.ts'
import { Mender } from './mending.ts'
import { ExportReader } from './reader.ts'
import type { ExportRecord } from './records.ts'
import { isEmpty, isNoExport } from './refusals.ts'

export type * from './records.ts'

/**
 * Reads a WordPress export (WXR 1.0 to 1.2) as it streams by: the site first, then the records in the order of the file.
 * At most one item is held in memory. Throws a `Refusal` (422), with the line, for what cannot be read; records given
 * out before that are void, so a caller keeps none of them. Entities beyond XML's own five are never resolved.
 */
export async function* readExport(source: AsyncIterable<Uint8Array>): AsyncGenerator<ExportRecord> {
  const text = new ExportText(source)
  const mender = new Mender()
  const reader = new ExportReader()
  for await (const piece of bodyOf(text)) {
    reader.write(mender.write(piece))
    yield* reader.take()
  }
  reader.write(mender.end())
  reader.end()
  yield* reader.take()
  if (text.repairedBytes > 0) {
    yield { kind: 'encoding', declared: text.declared, repairedBytes: text.repairedBytes }
  }
}

/** White space and XML declaration, in characters. */
const LONGEST_HEAD = 1_000_000

/** The text from its first mark on, without XML declaration; the line breaks before it stay, so that lines count true. */
async function* bodyOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let head: string | null = ''
  for await (const piece of text) {
    if (head === null) {
      yield piece
      continue
    }
    head += piece
    // Until the XML declaration is whole.
    if (!head.includes('>') && head.length < LONGEST_HEAD) continue
    yield opened(head)
    head = null
  }
  if (head !== null) yield opened(head)
}

function opened(head: string): string {
  const body = head.replace(/^\uFEFF/, '')
  const beginning = body.trimStart().slice(0, 1000)
  if (beginning === '' && body.length < LONGEST_HEAD) throw isEmpty()
  if (/^[{[]/.test(beginning)) throw isNoExport('a JSON file')
  if (/^<(?:!doctype\s+html|html)\b/i.test(beginning)) throw isNoExport('a web page')
  if (!beginning.startsWith('<')) throw isNoExport('some other kind of file')
  return body.replace(/^(\s*)<\?xml\s[^>]*\?>/i, '$1')
}
