import type { Field } from './columns/fields.ts'
import type { Mapping } from './columns/guess.ts'
import { textIn } from './understanding/cellText.ts'
import type { Row } from './reading/table.ts'

/** What a pasted line may say, in the order its table shows it. */
export const pastedFields = ['name', 'email', 'phone', 'postcode', 'notes'] as const satisfies readonly Field[]
export const pastedMapping: Mapping = pastedFields

/**
 * Pasted names, one a line, as rows with the cells of `pastedFields`: "Name, email, note" in any order, "Name <email>", with
 * tabs, bullets or numbers before them, several addresses with semicolons as mail programs write them. Rows are numbered as lines.
 */
export function pastedRows(text: string): readonly Row[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, i) => {
    const plain = textIn(line.replaceAll('\t', ' ; ').replace(BULLET, ''))
    return splitRecipients(plain).map((person): Row => ({ number: i + 1, cells: cellsOf(person) }))
  })
}

const BULLET = /^\s*(?:[-–—•*·‣▪○o●]\s+|\(?\d{1,4}[.):]\s*|\d{1,4}\s+(?=\p{L}))/u

/** "Ann <a@…>; Bob <b@…>" is two people on one line, when every part has an address of its own. */
function splitRecipients(line: string): readonly string[] {
  if (!line) return []
  const people = line
    .split(/(?<=>)\s*[;,]\s*|;\s*/)
    .map((part) => part.trim())
    .filter(Boolean)
  return people.length > 1 && people.every((part) => part.includes('@')) ? people : [line]
}

const EMAIL = /[<(]?\s*(?:mailto:)?([^\s<>,;"()]+@[^\s<>,;"()]+)\s*[>)]?/i
const PHONE = /(?<![\w@.])(?:\+|00|\(?0)[\d ()-]{8,17}\d/
const POSTCODE = /\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b/i

function cellsOf(line: string): readonly string[] {
  let rest = line
  const take = (pattern: RegExp): string => {
    const found = pattern.exec(rest)
    if (found) rest = `${rest.slice(0, found.index)} ; ${rest.slice(found.index + found[0].length)}`
    return (found?.[1] ?? found?.[0] ?? '').trim()
  }
  const email = take(EMAIL)
  const [phone, postcode] = [take(PHONE), take(POSTCODE)]
  const [name, notes] = nameAndNote(
    rest
      .split(/\s*[;|]\s*|\s+[-–—]\s+|\s*,\s*/)
      .map((part) => part.replace(/^["'“”:–—-]+|["'“”:–—-]+$/g, '').trim())
      .filter(Boolean),
  )
  return [name, email, phone, postcode, notes]
}

/** The first part that reads like a name is one; of "Price, Ann" the two single words belong together. */
function nameAndNote(parts: readonly string[]): readonly [string, string] {
  const at = Math.max(
    0,
    parts.findIndex((part) => NAME.test(part)),
  )
  const [name = '', next = ''] = parts.slice(at)
  const turned = /^\p{Lu}[\p{L}'’-]+$/u.test(name) && /^\p{Lu}[\p{L}.'’-]*$/u.test(next)
  const whole = turned ? `${name}, ${next}` : name
  return [whole, parts.filter((_, i) => i !== at && !(turned && i === at + 1)).join(', ')]
}

const NAME = /^(?:\p{Lu}|\p{Lo})[\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]+){0,5}$/u
