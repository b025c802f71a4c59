/** What a person is to the group. Fixed in code, as the columns `people.person.kind` and `people.membership.kind` are. */
export const kinds = [
  'member',
  'supporter',
  'parliamentarian',
  'staff',
  'councillor',
  'appointee',
  'partner',
  'press',
  'patron',
  'contact',
] as const
export type Kind = (typeof kinds)[number]
export const isKind = (word: string): word is Kind => (kinds as readonly string[]).includes(word)

export const kindNames: Readonly<Record<Kind, string>> = {
  member: 'Member',
  supporter: 'Supporter',
  parliamentarian: 'Parliamentarian',
  staff: 'Parliamentarian’s staff',
  councillor: 'Councillor',
  appointee: 'Governor or board appointee',
  partner: 'Partner body’s desk',
  press: 'Press',
  patron: 'Patron',
  contact: 'Contact',
}

/** Of several: '140 members'. */
export const kindPlurals: Readonly<Record<Kind, string>> = {
  member: 'Members',
  supporter: 'Supporters',
  parliamentarian: 'Parliamentarians',
  staff: 'Parliamentarians’ staff',
  councillor: 'Councillors',
  appointee: 'Governors and board appointees',
  partner: 'Partner bodies’ desks',
  press: 'Press',
  patron: 'Patrons',
  contact: 'Contacts',
}

/** `lapsed`: the renewal day passed. `left`: they asked to go, or were told gone. */
export const statuses = ['current', 'lapsed', 'left'] as const
export type Status = (typeof statuses)[number]
export const statusNames: Readonly<Record<Status, string>> = { current: 'Current', lapsed: 'Lapsed', left: 'Left' }

export const occupations = [
  'student',
  'practitioner',
  'educator',
  'manager',
  'retired',
  'expert_by_experience',
  'other',
] as const
export type Occupation = (typeof occupations)[number]
export const occupationNames: Readonly<Record<Occupation, string>> = {
  student: 'Student',
  practitioner: 'Practitioner',
  educator: 'Educator or researcher',
  manager: 'Manager',
  retired: 'Retired',
  expert_by_experience: 'Expert by experience',
  other: 'Something else',
}

export const hatKinds = ['employer', 'union', 'professional_body', 'party', 'other'] as const
export type HatKind = (typeof hatKinds)[number]
export const hatNames: Readonly<Record<HatKind, string>> = {
  employer: 'Employer',
  union: 'Union',
  professional_body: 'Professional body',
  party: 'Party',
  other: 'Other hat',
}
/** What somebody who fills one in is told. */
export const hatHints: Readonly<Record<HatKind, string>> = {
  employer: 'Where you work, or worked last',
  union: 'Such as Unison or the GMB',
  professional_body: 'Such as the Royal College of Nursing',
  party: 'If you belong to one and would like us to know',
  other: 'Such as a charity, a council seat or a carers’ group',
}
