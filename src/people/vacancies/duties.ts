import type { Role } from '../../platform/roles.ts'

/** What each office does, as the pack says it before the group's own words. */
export const duties: Readonly<Record<Role, readonly string[]>> = {
  chair: [
    'Leads meetings and speaks for the group.',
    'Appoints officers here, with the secretary, and gives the second word where one is needed.',
    'Sees everybody’s record.',
  ],
  vice_chair: ['Stands in for the chair, in meetings and in this office.', 'Sees everybody’s record.'],
  secretary: [
    'Calls meetings, keeps the minutes and answers the post.',
    'Appoints officers here, with the chair.',
    'Sees everybody’s record.',
  ],
  treasurer: [
    'Keeps the accounts, pays bills and banks what comes in.',
    'Sees names, addresses and memberships of everybody, and no notes.',
  ],
  membership: [
    'Keeps the register: adds, imports, merges and answers what people ask about their data.',
    'Sees everybody’s record.',
  ],
  editor: ['Writes and publishes on the website, and looks after comments.', 'Sees nobody’s record.'],
  policy: ['Leads the drafting of policy.', 'Sees what people do and what interests them, and no addresses.'],
  parliament: [
    'Keeps in touch with parliamentarians, councillors and their staff.',
    'Sees only people who hold a public office.',
  ],
  coordinator: ['Brings together a local or policy group.', 'Sees the people of their own group.'],
}

/** What nearly every office hands over; the list is only a beginning. */
const EVERYBODY = [
  'Last three sets of minutes',
  'The office’s mailbox and its address book',
  'Passwords: which password manager they are in',
  'Files and papers',
]

const OWN: Partial<Readonly<Record<Role, readonly string[]>>> = {
  chair: ['Keys and alarm of the meeting room', 'Domain name: who may renew it', 'Bank mandate: change of names'],
  secretary: ['Keys and alarm of the meeting room', 'Domain name: who may renew it', 'Bank mandate: change of names'],
  treasurer: [
    'Bank mandate: change of names',
    'Bank cards and card reader',
    'Accounts, receipts and last year’s report',
    'Insurance and other bills to come',
  ],
  editor: ['Domain name: who may renew it', 'Accounts on social media'],
  membership: ['Lists on paper or on a disk: destroyed, or where they are', 'Joining forms not yet entered'],
}

/** The lines a new pack begins with. */
export const standardItems = (role: Role): readonly string[] => [...(OWN[role] ?? []), ...EVERYBODY]
