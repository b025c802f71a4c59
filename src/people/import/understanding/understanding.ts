import { type Field, fields } from '../columns/fields.ts'
import type { Mapping } from '../columns/guess.ts'
import type { Row } from '../reading/table.ts'
import { looksLikeFormula, quoted } from './cellText.ts'
import { readConsent } from './consents.ts'
import { type DayOrder, readDay } from './days.ts'
import { readEmail } from './emails.ts'
import { readKind } from './kinds.ts'
import { type FoundName, readName } from './names.ts'
import type { Outcome } from './outcome.ts'
import { readPhone } from './phones.ts'
import type { Proposal, ProposedPerson } from './proposal.ts'
import { RowCells } from './rowCells.ts'

/** How the rows of one list are to be understood. */
export interface Reading {
  readonly mapping: Mapping
  /** For each column; where a day's parts could be taken for either. */
  readonly orders: readonly DayOrder[]
  readonly today: string
  /** A whole postcode in its usual writing, or null. */
  readonly postcode: (text: string) => string | null
  /** How all of them said yes to the newsletter, where the list does not say so itself. */
  readonly evidence?: string | undefined
}

/** Makes a proposed person of one row: pure, and the same for the same row. */
export function understand(row: Row, reading: Reading): Proposal {
  const cells = new RowCells(row, reading)
  if (row.oddity) cells.notice(null, row.oddity)
  const email = cells.one('email', readEmail)
  const name = nameOf(cells, email?.name)
  const phones = phonesOf(cells)
  const kind = cells.one('kind', readKind)
  const person = withoutNothing({
    ...name,
    email: email?.email,
    phone: phones[0],
    postcode: cells.one('postcode', (text) => postcodeOf(text, reading)),
    address: cells.texts('address').join('\n').slice(0, LONGEST_ADDRESS),
    ...kind,
    ...daysOf(cells, reading),
    ...shortFieldsOf(cells),
    interests: cells.words('interests'),
    offers: cells.words('offers'),
    consent: consentOf(cells, reading),
    notes: notesOf(cells, { kept: !kind, otherPhones: phones.slice(1) }),
  })
  if (!person.name && !person.email && !cells.problems.length)
    cells.take('name', { problem: 'It has neither a name nor an email address.' })
  return { row: row.number, person, problems: cells.problems, notices: cells.notices }
}

const LONGEST_ADDRESS = 1000
const LONGEST_NOTES = 4000

/** From its own cells, or from "Ann Price <ann@example.org>". */
function nameOf(cells: RowCells, written: string | undefined): Partial<FoundName> {
  const found = {
    title: cells.line('title'),
    name: cells.line('name'),
    first: cells.line('first_name'),
    last: cells.line('last_name'),
  }
  const field = found.name ? 'name' : 'last_name'
  const outcome = readName(found)
  if (looksLikeFormula(found.name || found.first || found.last))
    cells.notice(field, 'The name begins like a formula. It is kept as it is written, and nothing is computed.')
  const name = cells.take(field, outcome)
  if (name || outcome.problem || !written) return name ?? {}
  return readName({ ...found, name: written }).value ?? {}
}

const phonesOf = (cells: RowCells): readonly string[] => [
  ...new Set(
    cells
      .texts('phone')
      .map((text) => cells.take('phone', readPhone(text)))
      .filter((phone) => phone !== undefined),
  ),
]

function postcodeOf(text: string, { postcode }: Reading): Outcome<string> {
  const found = postcode(text)
  return found ? { value: found } : { notice: `${quoted(text)} is not a whole UK postcode. We left it out.` }
}

function daysOf(cells: RowCells, { today }: Reading) {
  const day = (field: Field) => cells.one(field, (text) => readDay(text, { order: cells.orderOf(field), today }))
  return { joinedOn: day('joined_on'), leftOn: day('left_on'), renewsOn: day('renews_on') }
}

const shortFieldsOf = (cells: RowCells) => ({
  theirId: cells.short('their_id'),
  occupation: cells.short('occupation'),
  employer: cells.short('employer'),
  union: cells.short('union'),
  localGroup: cells.short('local_group'),
  council: cells.short('council'),
  constituency: cells.short('constituency'),
})

function consentOf(cells: RowCells, { today, evidence = '' }: Reading) {
  const claim = readConsent(
    {
      says: cells.line('newsletter'),
      on: cells.line('newsletter_on'),
      evidence: cells.line('newsletter_evidence') || evidence,
    },
    { order: cells.orderOf('newsletter_on', 'newsletter'), today },
  )
  return claim ?? undefined
}

interface Others {
  /** A kind we do not know is kept as a note. */
  readonly kept: boolean
  readonly otherPhones: readonly string[]
}

function notesOf(cells: RowCells, { kept, otherPhones }: Others): string {
  const kind = kept && cells.line('kind')
  const others = otherPhones.map((phone) => `Other phone: ${phone}`)
  const notes = [...cells.texts('notes'), ...(kind ? [`${fields.kind.label}: ${kind}`] : []), ...others].join('\n')
  if (notes.length > LONGEST_NOTES)
    cells.notice('notes', `The notes are long. We kept the first ${LONGEST_NOTES} characters.`)
  return notes.slice(0, LONGEST_NOTES)
}

function withoutNothing(said: Readonly<Record<string, unknown>>): ProposedPerson {
  const person: Record<string, unknown> = {}
  for (const name in said) {
    const value = said[name]
    if (value !== undefined && value !== '' && !(Array.isArray(value) && !value.length)) person[name] = value
  }
  return person
}
