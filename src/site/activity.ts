import { type Entry, latestEntries } from '../platform/activity.ts'
import type { Tx } from '../platform/database.ts'
import { eventWords } from './eventWords.ts'

/** One line of "What happened": "Ann Price published 3 posts". */
export interface Happening {
  readonly at: Date
  readonly who: string
  readonly what: string
}

const READ = 200

/** What happened lately, newest first; the same thing done several times in a row is one line. Two queries. */
export async function recentActivity(tx: Tx, limit: number): Promise<readonly Happening[]> {
  const entries = await latestEntries(tx, { events: Object.keys(eventWords), limit: READ })
  const runs = together(entries).slice(0, limit)
  const ids = runs.flatMap(([first]) => first.by.personId ?? [])
  const people = ids.length
    ? await tx.selectFrom('people.named').select(['id', 'name']).where('id', 'in', ids).execute()
    : []
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return runs.map((run) => {
    const [first] = run
    const words = eventWords[first.event]!
    return { at: first.at, who: whoDid(first, names), what: run.length === 1 ? words.one : words.many(run.length) }
  })
}

type Run = [Entry, ...Entry[]]

/** Neighbours of one kind by one person on one hour make one run. */
export function together(entries: readonly Entry[]): readonly Run[] {
  const runs: Run[] = []
  for (const entry of entries) {
    const last = runs.at(-1)
    if (last && belongs(entry, last[0])) last.push(entry)
    else runs.push([entry])
  }
  return runs
}

const HOUR = 3_600_000

const belongs = (entry: Entry, first: Entry): boolean =>
  entry.event === first.event &&
  entry.by.kind === first.by.kind &&
  entry.by.personId === first.by.personId &&
  first.at.getTime() - entry.at.getTime() < HOUR

function whoDid({ by }: Entry, names: ReadonlyMap<string, string>): string {
  if (by.kind === 'person') return names.get(by.personId ?? '') ?? 'Somebody'
  return { host: 'Your host', job: 'Backbench', visitor: 'A visitor' }[by.kind]
}
