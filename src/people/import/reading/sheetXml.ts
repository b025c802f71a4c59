import { SaxesParser } from 'saxes'
import { Refusal } from '../../../platform/refusal.ts'
import type { Zip } from '../../../platform/zip.ts'

/** The beginning or the end of an element. */
export interface Element {
  /** Without its prefix. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly closes: boolean
  /** At its end: the text since the last beginning. */
  readonly text: string
}

/**
 * The elements of one part of a workbook as they come; nothing when there is no such part. Refuses what unpacks to more than
 * a list can have, what is not well-formed, and what declares entities (they can grow without end).
 */
export async function* elementsOf(zip: Zip, part: string, largest: number): AsyncGenerator<Element> {
  const entry = zip.entries.find(({ name }) => name === part)
  if (!entry) return
  let found: Element[] = []
  let text = ''
  const parser = new SaxesParser()
  parser.on('doctype', () => parser.fail('a document type'))
  parser.on('opentag', ({ name, attributes }) => {
    text = ''
    found.push({ name: localName(name), attributes, closes: false, text: '' })
  })
  parser.on('text', (more) => {
    text += more
    if (text.length > LONGEST_TEXT) throw tooLarge()
  })
  parser.on('closetag', ({ name }) => found.push({ name: localName(name), attributes: {}, closes: true, text }))
  parser.on('error', () => {
    throw new Refusal('This workbook is damaged and cannot be read. Open it, save it again and send that.', 415)
  })
  const decoder = new TextDecoder()
  let bytes = 0
  for await (const chunk of zip.read(entry)) {
    bytes += chunk.byteLength
    if (bytes > largest) throw tooLarge()
    parser.write(decoder.decode(chunk, { stream: true }))
    yield* found
    found = []
  }
  parser.write(decoder.decode()).close()
  yield* found
}

/** Characters; a cell of Excel's has at most 32,767. */
const LONGEST_TEXT = 1_000_000

const tooLarge = (): Refusal =>
  new Refusal('This workbook unpacks to more than we take. Save the list as .csv and send that.', 413)

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
