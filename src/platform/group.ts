import type { ControlledTransaction, Kysely } from 'kysely'
import type pg from 'pg'
import { type Database, forGroup, type Tx } from './database.ts'

/** A group (tenant) as the request's host found it. */
export interface Group {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly hue: number
  readonly chroma: number
  /** IANA zone in which the group keeps its days. */
  readonly zone: string
}

/** Runs one group's reads in one read-only transaction, which ends before anything is rendered. */
export type Read = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/** One Kysely per group, kept. */
export class GroupDatabases {
  readonly #pool: pg.Pool
  readonly #kept = new Map<number, Kysely<Database>>()

  constructor(pool: pg.Pool) {
    this.#pool = pool
  }

  of(groupId: number): Kysely<Database> {
    let db = this.#kept.get(groupId)
    if (!db) this.#kept.set(groupId, (db = forGroup(this.#pool, groupId)))
    return db
  }

  reader(groupId: number): Read {
    return (work) => this.of(groupId).transaction().setAccessMode('read only').execute(work)
  }

  /** One group's record as it stands at this moment, until it is rolled back: it holds its connection so long. */
  snapshot(groupId: number): Promise<ControlledTransaction<Database>> {
    return this.of(groupId).startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute()
  }
}
