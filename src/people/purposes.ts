import type { Kind } from './kinds.ts'

/**
 * What a person's details may be used for. Each needs a basis of its own in the ledger (`people.basis`); a yes to one says
 * nothing about another (UK GDPR, articles 6, 7 and 9).
 */
export const purposes = [
  'register',
  'notices',
  'newsletter',
  'campaigns',
  'introductions',
  'officer_page',
  'public_list',
  'still_right',
] as const
export type Purpose = (typeof purposes)[number]

/** Those to which a no can be said that stands (article 21): all but being held, which is ended by leaving. */
export type Objectable = Exclude<Purpose, 'register' | 'officer_page'>

export const purposeNames: Readonly<Record<Purpose, string>> = {
  register: 'Being on the register',
  notices: 'Notices of meetings and elections',
  newsletter: 'Newsletter',
  campaigns: 'Calls to act',
  introductions: 'Being introduced to other members',
  officer_page: 'Being shown as an officer on the website',
  public_list: 'Being named on the website',
  still_right: 'One letter that asks whether this is still right',
}

/**
 * By what right. `membership`, `regular_contact`: a political not-for-profit body may hold what its members, former members
 * and those in regular contact with it believe, and not disclose it (UK GDPR, article 9(2)(d)). `public_office`: what the
 * holder of a public office has made public (9(2)(e)).
 */
export const bases = [
  'consent',
  'explicit_consent',
  'membership',
  'regular_contact',
  'public_office',
  'legal_duty',
] as const
export type BasisKind = (typeof bases)[number]
export const basisNames: Readonly<Record<BasisKind, string>> = {
  consent: 'They said yes',
  explicit_consent: 'They said yes, in so many words',
  membership: 'They are a member',
  regular_contact: 'They are in regular contact with the group',
  public_office: 'They hold a public office',
  legal_duty: 'The law asks for it',
}

/** The same, said to the person. */
export const basisToYou: Readonly<Record<BasisKind, string>> = {
  consent: 'You said yes',
  explicit_consent: 'You said yes, in so many words',
  membership: 'You are or were a member',
  regular_contact: 'You are in regular contact with the group',
  public_office: 'You hold a public office',
  legal_duty: 'The law asks for it',
}

export const channels = ['join', 'my_page', 'officer', 'import', 'email', 'paper', 'telephone', 'meeting'] as const
export type Channel = (typeof channels)[number]
export const channelNames: Readonly<Record<Channel, string>> = {
  join: 'When they joined',
  my_page: 'On their own page',
  officer: 'Told an officer',
  import: 'In an imported list',
  email: 'By email',
  paper: 'On paper',
  telephone: 'By telephone',
  meeting: 'At a meeting',
}

/** The same, said to the person. */
export const channelToYou: Readonly<Record<Channel, string>> = {
  ...channelNames,
  join: 'When you joined',
  my_page: 'On your own page',
  officer: 'You told an officer',
}

/** What somebody may choose for themselves, in the order in which they are asked. */
export const chosen = ['newsletter', 'campaigns', 'introductions', 'public_list'] as const
export type Chosen = (typeof chosen)[number]

/** The exact words of the yes. They are kept with it, so that a change here asks nobody to agree anew. */
export const wordingOf = (purpose: Chosen, group: string): string => WORDINGS[purpose](group)

const WORDINGS: Readonly<Record<Chosen, (group: string) => string>> = {
  newsletter: (group) => `Yes, ${group} may send me its newsletter by email. I can stop it at any time.`,
  campaigns: (group) =>
    `Yes, ${group} may ask me by email to act, such as to write to my MP or to come to an event. I can stop this at any time.`,
  introductions: (group) =>
    `Yes, ${group} may ask me whether I would like to meet another member. Nobody is given my name or address before I say yes to that one.`,
  public_list: (group) =>
    `Yes, ${group} may print my name on its public list of members. That I belong to the group will then be known to everybody. I can take this back at any time.`,
}

/** Supporters are never named in public: rules of their work forbid it, and the view `people.publicly_named` leaves them out. */
export const mayChoose = (purpose: Chosen, kind: Kind): boolean => purpose !== 'public_list' || kind !== 'supporter'

/** To be named in public shows everybody what somebody believes: that yes is an explicit one (UK GDPR, article 9(2)(a)). */
export const basisOfYes = (purpose: Chosen): BasisKind => (purpose === 'public_list' ? 'explicit_consent' : 'consent')

/** The right by which somebody of a kind is held at all. A supporter's is their own explicit yes. */
export const basisOfHolding = (kind: Kind): BasisKind => {
  if (kind === 'member' || kind === 'patron') return 'membership'
  if (kind === 'parliamentarian' || kind === 'councillor') return 'public_office'
  return kind === 'supporter' ? 'explicit_consent' : 'regular_contact'
}

/** A member's yes to notices after a no: they come by right of belonging until then. */
export const noticesWording = (group: string): string =>
  `Yes, ${group} may send me notices of its meetings and elections by email again. I can stop this at any time.`

export const holdingWording = (kind: 'member' | 'supporter', group: string): string =>
  kind === 'member'
    ? `I ask to be a member of ${group}. It keeps what I told it here for as long as I am one, to run itself and to send me notices of its meetings, and tells nobody outside.`
    : `I ask to be a supporter of ${group}, and agree that it keeps what I told it here although it shows what I believe. It never names me in public and tells nobody outside. I can end this at any time.`
