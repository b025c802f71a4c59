import type { Hono } from 'hono'
import type { RawBuilder } from 'kysely'
import type { ParseArgsOptionsConfig } from 'node:util'
import type pg from 'pg'
import type { z } from 'zod'
import type { IconName } from '../ui/icons.ts'
import type { Look } from '../ui/Page.tsx'
import type { PublicSite } from '../ui/PublicLayout.tsx'
import type { Act } from './act.ts'
import type { Actor } from './actor.ts'
import type { Contribution } from './contribution.ts'
import type { Tx } from './database.ts'
import type { Group, Read } from './group.ts'
import type { KnownGroup } from './groups.ts'
import type { Job } from './jobs.ts'
import type { Listener } from './journal.ts'
import type { Services } from './services.ts'
import type { Env } from './web.ts'

/** One group's doors: its reads, its acts, and what the installation lends to all. */
export interface GroupContext {
  readonly group: Group
  readonly read: Read
  readonly act: <T>(work: (act: Act) => Promise<T>) => Promise<T>
  readonly services: Services
}

/**
 * What a slice gives to the whole. These fields are the only way by which news goes down the list of slices;
 * `app.ts` collects them, and nobody imports downwards.
 */
export interface Slice {
  readonly name: string
  /** The slices this one may import and whose views it may read. All stand above it. */
  readonly needs: readonly string[]
  /** First parts of the addresses this slice answers to ('/search', '/office/posts'). No import may take them. */
  readonly prefixes: readonly string[]
  readonly routes?: Hono<Env>
  /** Addresses whose POST may come from anywhere, without cookies: whole paths, each with a signed token in it. */
  readonly takesFromAnywhere?: readonly RegExp[]
  /** Addresses that are data (a post's own path): asked after every slice's routes. */
  readonly addresses?: Hono<Env>
  /** A sample address for every GET route, for the tests that walk all pages; links that a letter would have are signed with the secret. */
  readonly samples?: (read: Tx, secret: string) => Promise<readonly Sample[]>
  readonly jobs?: readonly Job<never>[]
  /** Work by the clock, for every group. */
  readonly timetable?: readonly Timed[]
  readonly commands?: readonly Command[]
  readonly listens?: readonly Listener[]
  /** What needs this officer today. */
  readonly today?: (read: Tx, actor: Actor) => Promise<readonly TodayItem[]>
  /** What happened since, for newsletters and reports, oldest first. */
  readonly news?: (read: Tx, group: KnownGroup, since: Date) => Promise<readonly NewsItem[]>
  readonly searches?: (read: Tx, query: SearchQuery) => Promise<readonly SearchHit[]>
  /** What is held about a person, in words and values, for their own page and for access requests. */
  readonly holds?: (read: Tx, personId: string) => Promise<readonly Holding[]>
  /** Letters that went to a person, for the page of their record: the newest first, and not more than a page shows. */
  readonly messages?: (read: Tx, personId: string) => Promise<readonly SentMessage[]>
  readonly erase?: (act: Act, personId: string, how: Erasing) => Promise<readonly Erasure[]>
  readonly sitemap?: (read: Tx) => Promise<readonly SitemapEntry[]>
  /** What `doctor` asks of this slice for one group. */
  readonly checks?: (read: Tx) => Promise<readonly Check[]>
  readonly settings?: readonly Setting[]
  /** What this slice gives to an export of the whole group that anyone can read. Valid as long as the transaction. */
  readonly exports?: (read: Tx, group: Group) => Promise<Contribution>
  /** How the group's website frames a page, for public pages of slices above the one that keeps the website. */
  readonly publicSite?: (read: Tx, page: PublicPage) => Promise<PublicSite>
  /** Pages that the footer of the group's website leads to. */
  readonly publicLinks?: readonly PublicLink[]
  /** Entries of the officers' navigation. */
  readonly navigation?: readonly NavigationItem[]
}

export interface PublicLink {
  readonly label: string
  readonly href: string
  /** Whether a visitor finds anything there. It goes into the query for the menu: each query of its own would be a round trip more. */
  readonly when: RawBuilder<boolean>
}
/** What the frame of a public page is made from. */
export interface PublicPage {
  readonly group: KnownGroup
  readonly look: Look
  readonly slices: readonly Slice[]
}
export interface Sample {
  /** As declared: '/office/posts/:id{…}'. */
  readonly route: string
  readonly address: string
  readonly as: 'visitor' | 'officer'
}
export interface Timed {
  readonly job: Job<Record<never, never>>
  /** Crontab line in UTC, such as '0 3 * * *'. */
  readonly cron: string
  /** A condition in SQL, asked of all groups in one round trip: the others have nothing to do. For what comes often. */
  readonly onlyWhere?: string
}
export interface Command {
  /** As typed: 'group create'. */
  readonly name: string
  readonly summary: string
  /** Words after the name, as shown in the help: '<file>'. */
  readonly operands?: string
  readonly options?: ParseArgsOptionsConfig
  /** Resolves to the exit code; 0 when it gives none. Throws a Refusal for one plain sentence on stderr. */
  run(context: CommandContext): Promise<number | void>
}
export interface CommandContext {
  readonly services: Services
  /** How the owner of the tables connects, whom row security does not bind: for archives, and for removing a group. */
  readonly owner: pg.ClientConfig
  readonly operands: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  /** Prints one line on stdout. */
  readonly say: (line: string) => void
  /** Shows progress: in place on a terminal, as plain lines otherwise, always on stderr. */
  readonly progress: (line: string) => void
  /** Opens a group by its slug; a Refusal when there is none. */
  readonly groupContext: (slug: string) => Promise<GroupContext>
}
export interface TodayItem {
  readonly icon: IconName
  readonly tone: 'plain' | 'warn' | 'bad'
  readonly sentence: string
  readonly reason: string
  readonly action: { readonly label: string; readonly href: string }
}
/** What happened, or will, for whoever tells others of it. Only what everybody may know: it goes into letters and onto pages. */
export type NewsItem = { readonly at: Date; readonly href: string } & (
  | { readonly kind: 'story'; readonly post: string; readonly label: string }
  | { readonly kind: 'figure'; readonly value: string; readonly says: string }
  | {
      readonly kind: 'event'
      readonly title: string
      readonly day: string
      readonly when: string
      readonly place: string
    }
  | { readonly kind: 'question'; readonly asked: string; readonly answer: string }
  | { readonly kind: 'line'; readonly sentence: string }
)
export interface SearchQuery {
  readonly words: string
  readonly actor: Actor
  /** A second factor was shown in this session: people's details are found only then. */
  readonly strong?: boolean
  readonly limit: number
}
export interface SearchHit {
  readonly title: string
  readonly href: string
  readonly kind: string
  /** The extract, with the words sought marked. */
  readonly extract: readonly { readonly text: string; readonly hit: boolean }[]
  readonly rank: number
}
export interface Holding {
  readonly what: string
  readonly value: string
  readonly why: string
}
export interface SentMessage {
  readonly subject: string
  /** When it was handed over, or will be. */
  readonly at: Date
  /** "Taken by their mail server", "Came back: no such mailbox" */
  readonly became: string
}
export interface Erasing {
  /** Only tells what would go. */
  readonly dryRun: boolean
  /** The installation's, for what may stay of an address: a keyed hash. */
  readonly secret: string
}
export interface Erasure {
  readonly what: string
  readonly count: number
  /** Set when it stays, with the reason. */
  readonly keptBecause?: string
}
export interface SitemapEntry {
  readonly path: string
  readonly changedAt: Date | null
}
export interface Check {
  readonly subject: string
  readonly state: 'ok' | 'attention' | 'missing'
  readonly sentence: string
}
export interface Setting {
  /** `slice.name`. */
  readonly name: string
  readonly schema: z.ZodType
  readonly standard: unknown
}
export interface NavigationItem {
  readonly section: 'People' | 'Website' | 'Policy' | 'Running the group'
  readonly label: string
  readonly href: string
  readonly icon: IconName
  readonly may: (actor: Actor) => boolean
  /** Comes first in the bar at the bottom of a phone, which has room for three besides Today and More. */
  readonly often?: true
  /** What the "New" menu offers besides. */
  readonly creates?: readonly { readonly label: string; readonly href: string; readonly icon: IconName }[]
}
