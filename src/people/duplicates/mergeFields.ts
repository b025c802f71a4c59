import type { Kind } from '../kinds.ts'

/** What can be chosen from one record or the other. A place's codes go with its postcode. */
export const mergeFields = [
  'name',
  'email',
  'kind',
  'phone',
  'address',
  'postcode',
  'occupation',
  'joined_on',
  'renews_on',
] as const
export type MergeField = (typeof mergeFields)[number]
export type Choices = Readonly<Partial<Record<MergeField, 'one' | 'other'>>>

export const mergeFieldNames: Readonly<Record<MergeField, string>> = {
  name: 'Name',
  email: 'Email address',
  kind: 'What they are to the group',
  phone: 'Telephone',
  address: 'Address',
  postcode: 'Postcode',
  occupation: 'Occupation',
  joined_on: 'Joined on',
  renews_on: 'Renews on',
}

/** A record as it is compared and merged. */
export interface MergeRecord {
  readonly id: string
  readonly name: string
  readonly sort_name: string
  readonly email: string | null
  readonly email_state: string
  readonly email_trouble: string | null
  readonly email_trouble_at: Date | null
  readonly kind: Kind
  readonly status: string
  readonly phone: string | null
  readonly address: string | null
  readonly postcode: string | null
  readonly constituency: string | null
  readonly council: string | null
  readonly region: string | null
  readonly occupation: string | null
  readonly joined_on: string | null
  readonly renews_on: string | null
  readonly restricted_at: Date | null
  readonly created_at: Date
}

/** Fields in which the two differ, so that somebody must choose. */
export const differing = (one: MergeRecord, other: MergeRecord): readonly MergeField[] =>
  mergeFields.filter(
    (field) =>
      one[field] !== other[field] &&
      one[field] !== null &&
      other[field] !== null &&
      (field !== 'kind' || current(one) === current(other)),
  )

/**
 * What is taken when nobody chooses: what only one has, and else what the older record says. Who is with the group today by one
 * of the records is with it, whatever the other says.
 */
export function sideOf(field: MergeField, choices: Choices, { one, other }: Pair): 'one' | 'other' {
  if (field === 'kind' && current(one) !== current(other)) return current(one) ? 'one' : 'other'
  if (one[field] === null) return 'other'
  if (other[field] === null) return 'one'
  return choices[field] ?? 'one'
}

const current = ({ status }: MergeRecord): boolean => status === 'current'

export interface Pair {
  readonly one: MergeRecord
  readonly other: MergeRecord
}

/** The values of the record that stays. Whoever asked on either record that it is not used is not used. */
export function merged(pair: Pair, choices: Choices) {
  const from = (field: MergeField) => pair[sideOf(field, choices, pair)]
  const [name, email, kind, place] = [from('name'), from('email'), from('kind'), from('postcode')]
  return {
    name: name.name,
    sort_name: name.sort_name,
    email: email.email,
    email_state: email.email_state,
    email_trouble: email.email_trouble,
    email_trouble_at: email.email_trouble_at,
    kind: kind.kind,
    status: kind.status,
    phone: from('phone').phone,
    address: from('address').address,
    postcode: place.postcode,
    constituency: place.constituency,
    council: place.council,
    region: place.region,
    occupation: from('occupation').occupation,
    joined_on: from('joined_on').joined_on,
    renews_on: from('renews_on').renews_on,
    restricted_at: pair.one.restricted_at ?? pair.other.restricted_at,
  }
}
