import { number, plural } from '../../ui/words.ts'
import { fields } from './columns/fields.ts'
import type { ImportState, MemberImport, RowState } from './imports.ts'
import type { StagedRow } from './rows.ts'

export const stateNames: Readonly<Record<ImportState, string>> = {
  matching: 'Columns to match',
  reading: 'Being read',
  checking: 'To be checked',
  bringing: 'Coming in',
  done: 'Brought in',
  undone: 'Undone',
  refused: 'Not a list',
  failed: 'Failed',
}

export const rowStateNames: Readonly<Record<RowState, string>> = {
  problem: 'With a problem',
  new: 'New',
  changed: 'Changed',
  same: 'As before',
  left_out: 'Left out',
}

/** "12 new, 3 changed, 4 as before" */
export function outcomeOf({ state, counts, trouble }: MemberImport): string {
  if (trouble) return trouble
  if (!counts) return 'It waits for somebody to match its columns.'
  const parts = [
    `${number(counts.new)} new`,
    `${number(counts.changed)} changed`,
    `${number(counts.same)} as before`,
    ...(counts.problem ? [`${number(counts.problem)} with a problem`] : []),
    ...(counts.left_out ? [`${number(counts.left_out)} left out`] : []),
  ]
  return `${plural(counts.rows, 'row')}: ${parts.join(', ')}${state === 'undone' ? '. It was undone' : ''}.`
}

const factNames: Readonly<Record<string, string>> = {
  email: fields.email.label,
  phone: fields.phone.label,
  address: 'Address',
  postcode: fields.postcode.label,
  constituency: fields.constituency.label,
  council: fields.council.label,
  region: 'Region',
  occupation: fields.occupation.label,
  joined_on: fields.joined_on.label,
  renews_on: fields.renews_on.label,
  kind: fields.kind.label,
  status: 'Status',
}
/** Codes of places say nothing to a reader: they follow from the postcode. */
const FOLLOWS = new Set(['constituency', 'council', 'region'])

/** What a row changes of somebody who is known. */
export function changesOf({ changes }: StagedRow): string {
  const named = Object.entries(changes).filter(([name]) => !FOLLOWS.has(name) || !('postcode' in changes))
  const words = named.map(([name, value]) => `${factNames[name] ?? name}: ${value.replaceAll('\n', ', ')}`)
  return words.length ? words.join('. ') : 'Interests, notes, or what they said yes or no to'
}
