import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Job } from '../../platform/jobs.ts'

const TEXTS_AT_ONCE = 200

/** Adds the words of an entry's public text to those a search may offer. Made when an entry is published. */
export const gatherWords: Job<{ entry: string }> = {
  name: 'publishing.gather_words',
  run: ({ act }, { entry }) => act((a) => addWords(a, [entry])),
}

/** Every night, and after an import: all words anew, in small acts, so that nobody waits for it. */
export const gatherAllWords: Job<Record<never, never>> = {
  name: 'publishing.gather_all_words',
  run: async ({ act, read }) => {
    await act(dropStaleWords)
    const rows = await read((tx) => tx.selectFrom('publishing.search_text').select('entry_id').execute())
    const entries = rows.map(({ entry_id }) => entry_id)
    for (let at = 0; at < entries.length; at += TEXTS_AT_ONCE) {
      await act((a) => addWords(a, entries.slice(at, at + TEXTS_AT_ONCE)))
    }
  },
}

async function dropStaleWords({ tx }: Act): Promise<void> {
  await sql`delete from publishing.search_word w where not exists (
    select 1 from publishing.search_text s where s.vector @@ plainto_tsquery('english', w.word))`.execute(tx)
}

/** In the order of the words, so that two acts never wait for each other in a circle. */
async function addWords({ tx, group }: Act, entryIds: readonly string[]): Promise<void> {
  await sql`
    insert into publishing.search_word (group_id, word)
    select distinct ${group.id}::int, found.parts[1]
    from publishing.search_text s
    cross join lateral regexp_matches(lower(s.title || ' ' || s.body), '[[:alpha:]]{4,40}', 'g') as found (parts)
    where s.entry_id = any(${entryIds}::uuid[]) and numnode(plainto_tsquery('english', found.parts[1])) > 0
    order by 2 on conflict do nothing`.execute(tx)
}
