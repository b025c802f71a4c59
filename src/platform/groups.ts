import { domainToASCII } from 'node:url'
import { sql } from 'kysely'
import type pg from 'pg'
import { type Act, performIn } from './act.ts'
import { theHost } from './actor.ts'
import { withoutGroup } from './database.ts'
import type { Group } from './group.ts'
import { Refusal } from './refusal.ts'

/** A group with what the page cache and addresses need beside it. */
export interface KnownGroup extends Group {
  readonly contentVersion: number
  readonly hosts: readonly string[]
  readonly mainHost: string | null
  readonly suspendedAt: Date | null
  /** The host's own reason. For the terminal only. */
  readonly suspendedBecause: string | null
  /** From then on the daily round removes it for good. */
  readonly removeAt: Date | null
  /** Of a trial, when it ends. Null for every other group. */
  readonly trialUntil: Date | null
  readonly trialKey: string | null
}

/** Its pages say only that the website is paused, and its work waits. */
export const isPaused = ({ suspendedAt, removeAt }: Pick<KnownGroup, 'suspendedAt' | 'removeAt'>): boolean =>
  suspendedAt !== null || removeAt !== null

/** What it takes to make a group. `hosts`: names it answers to, without a port. */
export interface NewGroup {
  readonly name: string
  readonly slug?: string
  readonly hosts: readonly string[]
  readonly hue?: number
  readonly chroma?: number
}

const SLUG = /^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/
/** RFC 1123 §2.1: labels of letters, digits and inner hyphens, at most 63 long. */
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/
const LONGEST_HOST = 253
const LONGEST_NAME = 120
const LOCAL = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|0\.0\.0\.0)$/

/** All groups of the installation, kept in memory and read anew when the database says one has changed. */
export class Groups {
  readonly #pool: pg.Pool
  #byId = new Map<number, KnownGroup>()
  #byHost = new Map<string, KnownGroup>()
  #bySlug = new Map<string, KnownGroup>()
  #byTrialKey = new Map<string, KnownGroup>()
  #first: KnownGroup | undefined
  #asked = 0
  #answered = 0

  constructor(pool: pg.Pool) {
    this.#pool = pool
  }

  /** Reads all groups: one query, a few hundred bytes a group. An answer that a later question has overtaken is dropped. */
  async load(): Promise<void> {
    const turn = ++this.#asked
    const { rows } = await this.#pool.query<KnownGroup>(`
      select g.id, g.slug, g.name, g.hue, g.chroma, g.zone, g.content_version as "contentVersion",
        g.suspended_at as "suspendedAt", g.suspended_because as "suspendedBecause", g.remove_at as "removeAt",
        g.trial_until as "trialUntil", g.trial_key as "trialKey",
        coalesce(array_agg(h.name order by h.name) filter (where h.name is not null), '{}') as hosts,
        max(h.name) filter (where h.main) as "mainHost"
      from platform.group g left join platform.host h on h.group_id = g.id group by g.id order by g.id`)
    if (turn < this.#answered) return
    this.#answered = turn
    this.#byId = new Map(
      rows.map((group) => [
        group.id,
        { ...group, contentVersion: Math.max(group.contentVersion, this.#byId.get(group.id)?.contentVersion ?? 0) },
      ]),
    )
    this.#bySlug = new Map([...this.#byId.values()].map((group) => [group.slug, group]))
    this.#byHost = new Map(
      [...this.#byId.values()].flatMap((group) => group.hosts.map((host) => [host, group] as const)),
    )
    this.#byTrialKey = new Map([...this.#byId.values()].flatMap((one) => (one.trialKey ? [[one.trialKey, one]] : [])))
    this.#first = [...this.#byId.values()].find(({ trialUntil }) => trialUntil === null)
  }

  /** Trials among them. */
  get all(): readonly KnownGroup[] {
    return [...this.#byId.values()]
  }

  byId(id: number): KnownGroup | undefined {
    return this.#byId.get(id)
  }

  bySlug(slug: string): KnownGroup | undefined {
    return this.#bySlug.get(slug)
  }

  /** The trial whose key has this hash, though it may have ended. */
  byTrialKey(hash: string): KnownGroup | undefined {
    return this.#byTrialKey.get(hash)
  }

  /** Whether a host name is one group's own. A local one ('localhost') leads to the first group, but is nobody's. */
  isSomebodys(header: string): boolean {
    const name = hostName(header)
    const group = this.byHost(header)
    return group !== undefined && (group.hosts.includes(name) || name.endsWith('.localhost'))
  }

  /** The group a request's Host header names, if any. `<slug>.localhost` always works; a local name is the first group's; a trial has none. */
  byHost(header: string): KnownGroup | undefined {
    const asTyped = this.#byHost.get(header)
    if (asTyped) return asTyped
    const host = hostName(header)
    const known = this.#byHost.get(host)
    if (known) return known
    if (host.endsWith('.localhost')) {
      const named = this.#bySlug.get(host.slice(0, -'.localhost'.length))
      return named?.trialUntil ? undefined : named
    }
    return LOCAL.test(host) ? this.#first : undefined
  }

  /** Notes a raised content version; older news is ignored. */
  contentChanged(groupId: number, version: number): void {
    const group = this.#byId.get(groupId)
    if (group && version > group.contentVersion) this.#replace({ ...group, contentVersion: version })
  }

  /**
   * Makes a group and its hosts and does its first act, in one transaction: all of it, or none. Refuses a slug or host
   * that is taken or cannot be one.
   */
  async create(
    { name, slug = slugOf(name), hosts, hue = 162, chroma = 0.105 }: NewGroup,
    first?: (act: Act) => Promise<void>,
  ): Promise<KnownGroup> {
    const wanted = [...new Set(hosts.map(asHost))]
    const title = asTitle(name)
    if (!isShortName(slug)) throw new Refusal('A short name has small letters, digits and hyphens, at most 40.', 422)
    try {
      const id = await withoutGroup(this.#pool)
        .transaction()
        .execute(async (tx) => {
          const { rows } = await sql<Group>`
            with made as (insert into platform.group (slug, name, hue, chroma) values (${slug}, ${title}, ${hue}, ${chroma}) returning *),
              named as (insert into platform.host (name, group_id, main)
                select host, made.id, position = 1 from made, unnest(${wanted}::text[]) with ordinality as given (host, position))
            select made.id, slug, name, hue, chroma, zone, set_config('app.group_id', made.id::text, true) from made`.execute(
            tx,
          )
          const group = rows[0]!
          if (first) await performIn(tx, { group, by: theHost(group.id) }, first)
          return group.id
        })
      await this.load()
      return this.#byId.get(id)!
    } catch (error) {
      throw asRefusal(error, slug)
    }
  }

  #replace(group: KnownGroup): void {
    this.#byId.set(group.id, group)
    this.#bySlug.set(group.slug, group)
    if (group.trialKey) this.#byTrialKey.set(group.trialKey, group)
    for (const host of group.hosts) this.#byHost.set(host, group)
    if (this.#first?.id === group.id) this.#first = group
  }
}

/** A short name from a long one: 'Fair Care Forum' becomes 'fair-care-forum'. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 40)
    .replace(/-+$/, '') || 'group'

/** Without port and final dot, in small letters (RFC 9110 §7.2: the header is a host and an optional port). */
function hostName(header: string): string {
  const port = header.lastIndexOf(':')
  const bare = port > -1 && /^\d{1,5}$/.test(header.slice(port + 1)) ? header.slice(0, port) : header
  return (bare.endsWith('.') ? bare.slice(0, -1) : bare).toLowerCase()
}

export const isShortName = (slug: string): boolean => SLUG.test(slug)

/** A host's name as it stands in a request, names in other scripts included. Refuses what cannot be one. */
export function asHost(typed: string): string {
  const given = typed.trim().toLowerCase()
  const host = /^[\p{L}\p{M}\p{N}.-]+$/u.test(given) ? domainToASCII(given) : ''
  const ok = host.length > 0 && host.length <= LONGEST_HOST && host.split('.').every((label) => LABEL.test(label))
  if (!ok) throw new Refusal(`“${given.slice(0, 80)}” is not a host name, such as group.example.org.`, 422)
  return host
}

function asTitle(name: string): string {
  const title = name.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  if (!title) throw new Refusal('Give the group a name.', 422)
  if (title.length > LONGEST_NAME) throw new Refusal(`Keep the name of the group under ${LONGEST_NAME} letters.`, 422)
  return title
}

function asRefusal(error: unknown, slug: string): unknown {
  const { code, constraint } = error as { code?: string; constraint?: string }
  if (code !== '23505') return error
  if (constraint === 'host_pkey') return new Refusal('Another group already answers to that host name.')
  if (constraint !== 'group_slug_key') return error
  return new Refusal(`There is already a group with the short name “${slug}”.`)
}
