import type { Kind, Occupation, Status } from '../kinds.ts'
import { placesOf } from './postcodePlaces.ts'
import { type ConsentClaim, counts } from './understanding/consents.ts'
import type { Remark } from './understanding/outcome.ts'
import type { Proposal, ProposedPerson } from './understanding/proposal.ts'

/** Columns of `people.person` that a list has something to say about. */
export type RegisterFacts = Readonly<
  Partial<
    Record<
      | 'name'
      | 'sort_name'
      | 'email'
      | 'phone'
      | 'address'
      | 'postcode'
      | 'constituency'
      | 'council'
      | 'region'
      | 'joined_on'
      | 'renews_on',
      string
    >
  >
> & { readonly occupation?: Occupation; readonly kind?: Kind; readonly status?: Status }

/** What goes into other tables of the register. */
export interface Besides {
  readonly ended_on?: string
  /** A yes with its evidence; a no needs none. */
  readonly yes?: Pick<ConsentClaim, 'evidence' | 'on'>
  readonly no?: true
  readonly interests?: readonly string[]
  readonly offers?: readonly string[]
  readonly hats?: readonly { readonly kind: 'employer' | 'union'; readonly name: string }[]
  readonly local_group?: string
  readonly note?: string
}

export interface PlacedRow {
  readonly facts: RegisterFacts
  readonly besides: Besides
  readonly notices: readonly Remark[]
}

const LONGEST = { address: 500, note: 4500, evidence: 500, localGroup: 120, topic: 80 }

/** Puts a proposed person where the register keeps each thing; what it has no place for becomes a note. */
export function place({ person, notices }: Proposal): PlacedRow {
  const consent = person.consent
  const unproven = consent?.said === 'yes' && !counts(consent)
  return {
    facts: factsOf(person),
    besides: withoutNothing({
      ended_on: person.leftOn,
      yes:
        consent && counts(consent) ? { evidence: consent.evidence, ...(consent.on && { on: consent.on }) } : undefined,
      no: consent?.said === 'no' || undefined,
      interests: person.interests,
      offers: person.offers,
      hats: hatsOf(person),
      local_group: person.localGroup?.slice(0, LONGEST.localGroup),
      note: noteOf(person),
    }),
    notices: unproven ? [...notices, { field: 'newsletter', why: UNPROVEN }] : notices,
  }
}

const UNPROVEN =
  'The list says yes to the newsletter, but not how they said it. They may not be sent it until they say so themselves.'

function factsOf(person: ProposedPerson): RegisterFacts {
  const name = person.name ? namedWith(person.title, person.name) : person.email
  const status =
    person.leftOn && !person.lapsed ? 'left' : person.lapsed ? 'lapsed' : person.kind ? 'current' : undefined
  return withoutNothing({
    name,
    sort_name: person.sortName ?? name,
    email: person.email,
    phone: person.phone,
    address: person.address?.slice(0, LONGEST.address),
    ...placesOf(person),
    occupation: occupationOf(person.occupation),
    joined_on: person.joinedOn,
    renews_on: person.renewsOn,
    kind: person.kind,
    status,
  })
}

/** Dr and Councillor go before a name; Mr and Mrs are not kept. */
const namedWith = (title: string | undefined, name: string): string =>
  (title && !/^(?:mr|mrs|ms|miss|mx)\.?$/i.test(title) ? `${title} ${name}` : name).slice(0, 300)

const OCCUPATIONS: readonly (readonly [RegExp, Occupation])[] = [
  [/\bretired\b/i, 'retired'],
  [/\bstudent\b/i, 'student'],
  [/\b(?:teacher|lecturer|professor|researcher|academic|tutor|educator)\b/i, 'educator'],
  [/\b(?:manager|director|head of|chief|team leader)\b/i, 'manager'],
  [/\b(?:social worker|practitioner|nurse|therapist|doctor|solicitor|worker|support)\b/i, 'practitioner'],
  [/\b(?:expert by experience|care leaver|lived experience)\b/i, 'expert_by_experience'],
]
const occupationOf = (words: string | undefined): Occupation | undefined =>
  words ? (OCCUPATIONS.find(([pattern]) => pattern.test(words))?.[1] ?? 'other') : undefined

const hatsOf = ({ employer, union }: ProposedPerson): Besides['hats'] => [
  ...(employer ? [{ kind: 'employer', name: employer } as const] : []),
  ...(union ? [{ kind: 'union', name: union } as const] : []),
]

/** Notes, and what has no field of its own. */
function noteOf({
  notes,
  theirId,
  rate,
  occupation,
  constituency,
  council,
  postcode,
}: ProposedPerson): string | undefined {
  const others = [
    ['Number in their list', theirId],
    ['Membership', rate],
    ['Occupation', occupationOf(occupation) === 'other' ? occupation : undefined],
    ...(postcode
      ? []
      : [
          ['Constituency', constituency],
          ['Council', council],
        ]),
  ]
  const lines = others.flatMap(([what, value]) => (value ? [`${what}: ${value}`] : []))
  return [notes, ...lines].filter(Boolean).join('\n').slice(0, LONGEST.note) || undefined
}

function withoutNothing<T extends object>(all: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const said: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(all))
    if (value !== undefined && value !== '' && !(Array.isArray(value) && !value.length)) said[name] = value
  return said as { [K in keyof T]?: Exclude<T[K], undefined> }
}
