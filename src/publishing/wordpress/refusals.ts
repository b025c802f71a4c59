import { Refusal } from '../../platform/refusal.ts'

/** The sentences with which an export is turned away. Lines count from 1. */

export function isEmpty(): Refusal {
  return new Refusal('The file is empty.', 422)
}

export function isPacked(): Refusal {
  return new Refusal('The file is packed (zip or gzip). Unpack it first and choose the .xml file inside.', 422)
}

export function isNoExport(what: string): Refusal {
  return new Refusal(
    `This is ${what}, not a WordPress export. In WordPress, go to Tools, Export, and download "All content".`,
    422,
  )
}

export function saysNoVersion(): Refusal {
  return isNoExport('an XML file or news feed without an export version')
}

export function hasUnknownVersion(version: string, line: number): Refusal {
  const said = version.slice(0, 40)
  return new Refusal(
    `The export says it is version "${said}" at line ${count(line)}. Versions 1.0 to 1.9 can be read.`,
    422,
  )
}

export function stopsInTheMiddle(line: number): Refusal {
  return new Refusal(`The file stops in the middle, at line ${count(line)}. Download it again from WordPress.`, 422)
}

export function isDamaged(line: number): Refusal {
  return new Refusal(`The file is damaged at line ${count(line)}. Download it again from WordPress.`, 422)
}

export function declaresEntities(line: number): Refusal {
  return new Refusal(
    `The file has a document type declaration at line ${count(line)}, which WordPress never writes. It was not read further.`,
    422,
  )
}

export function hasUnknownEncoding(label: string): Refusal {
  return new Refusal(
    `The file says at line 1 that its text is encoded as "${label.slice(0, 40)}", which is not known here. Save it as UTF-8 first.`,
    422,
  )
}

export function isTooLarge(what: string, line: number): Refusal {
  return new Refusal(`${what} at line ${count(line)} is too large to be read.`, 422)
}

const count = (line: number): string => line.toLocaleString('en-GB')
