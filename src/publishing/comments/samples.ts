import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Sample } from '../../platform/slice.ts'
import { uuid } from '../../platform/web.ts'

/** An address of every kind, as far as the group has comments. The letter's link is one that nobody holds. */
export async function commentSamples(tx: Tx): Promise<readonly Sample[]> {
  const { rows } = await sql<{ comment: string; entry: string; open: boolean }>`
    select k.id as comment, e.id as entry, e.comments_open as open from publishing.comment k
    join publishing.entry e on e.id = k.entry_id and e.status = 'published' and e.kind = 'post'
    where k.status = 'approved' order by e.comments_open desc, k.written_at desc limit 1`.execute(tx)
  const [found] = rows
  const [one, on] = [`/:id{${uuid}}`, `/on/:entry{${uuid}}`]
  const visitors = [
    ...['/comments/sent', '/comments/thanks', '/comments/reported'].map((path) => [path, path]),
    ['/comments/confirm/:token{[A-Za-z0-9_-]{20,100}}', `/comments/confirm/${'x'.repeat(43)}`],
    ...(found?.open
      ? [
          [`/comments${on}`, `/comments/on/${found.entry}`],
          [`/comments${one}/reply`, `/comments/${found.comment}/reply`],
        ]
      : []),
    ...(found ? [[`/comments${one}/report`, `/comments/${found.comment}/report`]] : []),
  ]
  const officers = [
    ...['', '?state=reported', '?state=approved', '?state=spam', '?q=xylophone', '?ticked=all'].map((query) => [
      '/office/comments',
      `/office/comments${query}`,
    ]),
    ['/office/comments/address', '/office/comments/address'],
    ...(found ? [[`/office/comments${one}`, `/office/comments/${found.comment}`]] : []),
  ]
  const all = (pairs: readonly string[][], as: Sample['as']) =>
    pairs.map(([route = '', address = '']) => ({ route, address, as }))
  return [...all(visitors, 'visitor'), ...all(officers, 'officer')]
}
