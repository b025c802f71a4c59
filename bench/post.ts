import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { decide } from '../src/mailing/compose/deciding.ts'
import { write } from '../src/mailing/sending/letters.ts'
import { GRACE } from '../src/mailing/sending/rules.ts'
import { newKeyPair, useKey } from '../src/mailing/sending/signingKeys.ts'
import { readConfig } from '../src/platform/config.ts'
import { contextOf, openInstallation } from '../src/platform/installation.ts'
import { homeOf } from '../src/platform/origin.ts'
import type { GroupContext } from '../src/platform/slice.ts'
import { inChild } from './children.ts'
import { blocksOfALetter, SUBJECT } from './letterOfTwentyKilobytes.ts'
import { fillGroup, openPlace, type Place } from './place.ts'

export const DOMAIN = 'post.example'

/** An installation whose letters go to a mail server of ours, in a process of its own. */
export interface Post {
  readonly place: Place
  readonly sink: number
  /** Makes a group whose letters are signed, with so many readers and posts. Nothing is analyzed. */
  group(slug: string, readers: number, posts?: number): Promise<GroupContext>
  /** A statement as the owner of the tables. */
  ask: <T extends object>(text: string, values?: readonly unknown[]) => Promise<T[]>
  close(): Promise<void>
}

export async function openPost({ root, folder }: Place, { name, port }: { name: string; port: number }): Promise<Post> {
  const sink = await inChild('sink', {})
  const dataDir = join(folder, name)
  const env = { SMTP_URL: `smtp://127.0.0.1:${sink.answer}?ignoreTLS=true`, MAIL_FROM: `office@${DOMAIN}` }
  const place = await openPlace(root, { dataDir, port, env })
  const installation = await openInstallation(readConfig({ BACKBENCH_DATA: dataDir, PORT: String(port), ...env }))
  const { services, database } = installation
  const owner = new pg.Client(database.owner)
  owner.on('error', () => {}) // the next question fails and says so; nobody else need end the program for it
  await owner.connect()
  const ask = async <T extends object>(text: string, values: readonly unknown[] = []): Promise<T[]> =>
    (await owner.query<T>(text, [...values])).rows
  return {
    place,
    sink: sink.answer,
    ask,
    group: async (slug, readers, posts = 1) => {
      await fillGroup(place, { slug, posts, comments: 1 })
      const [made] = await ask<{ id: number }>('select id from platform.group where slug = $1', [slug])
      await ask(READERS, [made!.id, readers])
      await services.groups.load()
      const context = contextOf(services, services.groups.byId(made!.id)!)
      const pair = await newKeyPair()
      await context.act((act) => useKey(act, { domain: DOMAIN, secret: services.secret, pair }))
      return context
    },
    close: async () => {
      await owner.end()
      await installation.close()
      await place.close()
      process.kill(sink.pid)
    },
  }
}

/** People who asked for the newsletter, and the slips on which they did. */
const READERS = `with made as (insert into people.person (group_id, name, email, kind, created_at)
    select $1, 'Reader ' || n, 'reader' || n || '@example.org', 'supporter', now() from generate_series(1, $2::int) n returning id)
  insert into people.basis (group_id, person_id, purpose, basis, channel, evidence, from_at)
    select $1, id, 'newsletter', 'consent', 'paper', 'A slip', now() from made`

/** A letter; decided long enough ago, unless told otherwise, that the program sends it now. */
export async function decidedLetter(context: GroupContext, at = new Date(Date.now() - 2 * GRACE)): Promise<string> {
  const home = homeOf(context.services, context.group)
  const group = context.services.groups.byId(context.group.id)!
  return context.act(async (act) => {
    const past = { ...act, at }
    const id = await write(past, {
      kind: 'newsletter',
      subject: `${SUBJECT} ${randomUUID().slice(0, 4)}`,
      preview: 'The bridge stays open.',
      blocks: blocksOfALetter(),
    })
    await decide(past, id, { group, home })
    return id
  })
}

/** What goes out, with its places. */
export async function wordsOf({ read }: GroupContext, id: string) {
  const { rows } = await read((tx) =>
    sql<{ subject: string; html: string; plain: string; slug: string }>`
      select subject, html, plain, slug from mailing.letter where id = ${id}`.execute(tx),
  )
  return rows[0]!
}

const LONGEST_WAIT = 60 * 60_000

/** Waits until everybody has been sent it; fails when it is not sent, or somebody was not written to. */
export async function untilSent({ read }: GroupContext, id: string): Promise<void> {
  for (const limit = Date.now() + LONGEST_WAIT; ; await sleep(100)) {
    const { rows } = await read((tx) =>
      sql<{
        state: string
        trouble: string | null
      }>`select state, trouble from mailing.letter where id = ${id}`.execute(tx),
    )
    const { state, trouble } = rows[0]!
    if (state === 'sent') break
    if (state === 'paused' || Date.now() > limit) throw new Error(`The letter is ${state}: ${trouble}`)
  }
  const { rows } = await read((tx) =>
    sql<{
      n: number
    }>`select count(*)::int as n from mailing.delivery where letter_id = ${id} and state <> 'accepted'`.execute(tx),
  )
  if (rows[0]!.n) throw new Error(`${rows[0]!.n} readers were not sent the letter.`)
}

/** How many have been sent it. */
export async function sentSoFar({ read }: GroupContext, id: string): Promise<number> {
  const { rows } = await read((tx) =>
    sql<{
      n: number
    }>`select count(*)::int as n from mailing.delivery where letter_id = ${id} and state = 'accepted'`.execute(tx),
  )
  return rows[0]!.n
}
