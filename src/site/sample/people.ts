import type { Role } from '../../platform/roles.ts'

/** The sample group's officers. All people here are invented; their addresses lead nowhere (RFC 2606). */
export const officers: readonly {
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly since: string
}[] = [
  { name: 'Nora Whitlock', email: 'nora.whitlock@example.org', role: 'chair', since: '2022-12-01T19:00' },
  { name: 'Ibrahim Saleh', email: 'ibrahim.saleh@example.org', role: 'secretary', since: '2022-12-01T19:05' },
  { name: 'Grace Tolland', email: 'grace.tolland@example.org', role: 'editor', since: '2024-01-06T15:00' },
]

interface SampleAuthor {
  readonly key: string
  readonly name: string
  readonly about: string
  /** The officer behind the name. */
  readonly officer?: string
  readonly penName?: boolean
}

export const sampleAuthors: readonly SampleAuthor[] = [
  {
    key: 'nora-whitlock',
    name: 'Nora Whitlock',
    officer: 'Nora Whitlock',
    about: 'Rows, badly. Taught geography for thirty years and chairs the forum.',
  },
  {
    key: 'ibrahim-saleh',
    name: 'Ibrahim Saleh',
    officer: 'Ibrahim Saleh',
    about: 'Keeps the minutes, the keys and the soup. Lives beside the Quill.',
  },
  {
    key: 'grace-tolland',
    name: 'Grace Tolland',
    officer: 'Grace Tolland',
    about: 'Edits this website and looks after the middle arch at Hexley.',
  },
  {
    key: 'owen-pryce',
    name: 'Dr Owen Pryce',
    about: 'Biologist, retired. Reads strips, stones and, if he must, spreadsheets.',
  },
  {
    key: 'lock-keeper',
    name: 'The Lock-Keeper',
    officer: 'Ibrahim Saleh',
    penName: true,
    about: 'Has watched the Tamsel go by for a long time and would like to go on doing so without a name.',
  },
]

interface SampleTerm {
  readonly key: string
  readonly name: string
  readonly description: string
  readonly parent?: string
}

export const categories: readonly SampleTerm[] = [
  { key: 'evidence', name: 'Evidence', description: 'What we measured, and how sure we are.' },
  {
    key: 'water-testing',
    name: 'Water testing',
    parent: 'evidence',
    description: 'Results from our bridges, every month.',
  },
  {
    key: 'spills',
    name: 'Spills',
    parent: 'evidence',
    description: 'When outfalls ran, for how long, and whether it had rained.',
  },
  { key: 'campaigns', name: 'Campaigns', description: 'What we ask for, whom we ask, and what they answered.' },
  { key: 'meetings', name: 'Meetings', description: 'Invitations and what was decided.' },
  { key: 'opinion', name: 'Opinion', description: 'One person’s view, not the forum’s.' },
]
