import { createReadStream } from 'node:fs'
import { open as openFile } from 'node:fs/promises'
import { Refusal } from '../../../platform/refusal.ts'
import { readCsv } from './csvTable.ts'
import type { Table } from './table.ts'
import { readXlsx } from './xlsxTable.ts'

export type { Row, Table } from './table.ts'

/** Reads a list from a file, by what is in it and not by its name. A Refusal, in a sentence, when it is none. */
export async function readTable(place: string, { sheet }: { sheet?: number | undefined } = {}): Promise<Table> {
  const { head, tail } = await endsOf(place)
  if (!head.length) throw new Refusal('This file is empty. Choose the file with your list.', 422)
  if (head.subarray(0, 4).equals(ZIP)) return readXlsx(place, sheet)
  const other = otherKind(head, tail)
  if (other) throw new Refusal(other, 415)
  return readCsv(() => createReadStream(place))
}

const ENDS = 64 * 1024
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

/** A compound file has its directory at either end (MS-CFB), and in it the name of an encrypted workbook (MS-OFFCRYPTO). */
async function endsOf(place: string): Promise<{ head: Buffer; tail: Buffer }> {
  const file = await openFile(place).catch(() => {
    throw new Refusal(`There is no file at ${place} that can be read.`, 404)
  })
  try {
    const { size } = await file.stat()
    const part = async (from: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(ENDS), 0, ENDS, from)
      return buffer.subarray(0, bytesRead)
    }
    return { head: await part(0), tail: await part(Math.max(0, size - ENDS)) }
  } finally {
    await file.close()
  }
}

/** What a file is that is no list, and what to do about it. */
function otherKind(head: Buffer, tail: Buffer): string | null {
  if (head.subarray(0, 8).equals(COMPOUND_FILE))
    return head.includes(ENCRYPTED) || tail.includes(ENCRYPTED)
      ? 'This workbook has a password. Open it, take the password off, save it and choose it again.'
      : 'This is a workbook of the old kind (.xls). Open it, choose “Save as”, and save it as .xlsx or .csv.'
  const text = head.subarray(0, 2000).toString('latin1').trimStart()
  for (const [pattern, sentence] of OTHER_KINDS) if (pattern.test(text)) return sentence
  return isBinary(head) ? 'This does not look like a list. Choose a file that ends in .csv, .tsv or .xlsx.' : null
}

const OTHER_KINDS: readonly (readonly [RegExp, string])[] = [
  [/^%PDF-/, 'This is a PDF. Ask for the list as .csv or .xlsx, or copy the names and paste them.'],
  [
    /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html|table|\?xml|workbook)/i,
    'This is a web page or an XML file, whatever its name says. Open it in Excel or LibreOffice and save it as .xlsx or .csv.',
  ],
  [
    /^(?:\u00ef\u00bb\u00bf)?BEGIN:VCARD/i,
    'These are address cards (.vcf). Save them as .csv in your address book and choose that.',
  ],
  [/^\{\\rtf/, 'This is a text document. Copy the names and paste them, or save a table as .csv.'],
]

/** Control characters where a text has none; UTF-16 has a nothing beside every letter, and some lists have a few. */
function isBinary(head: Buffer): boolean {
  let odd = 0
  for (const byte of head) if (byte < 32 && byte !== 0 && byte !== 9 && byte !== 10 && byte !== 13) odd++
  return odd > head.length / 100 + 2
}
