import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import type { NewsItem, Slice } from '../../platform/slice.ts'
import { readMarkdown, withIds } from '../../writing/index.ts'
import { randomUUID } from 'node:crypto'
import { monthAndYear } from '../../ui/words.ts'
import type { NewBlock } from './blockWork.ts'
import type { KnownGroup } from '../../platform/groups.ts'

const MONTH = 31 * 24 * 3_600_000

/** What all slices say happened since the last newsletter, or in the last month, as parts of a letter to go on from. */
export async function draftedBlocks(
  act: Act,
  slices: readonly Slice[],
  group: KnownGroup,
): Promise<readonly NewBlock[]> {
  const last = await lastNewsletter(act.tx)
  const since = last ?? new Date(act.at.getTime() - MONTH)
  const items: NewsItem[] = []
  for (const { news } of slices) if (news) items.push(...(await news(act.tx, group, since)))
  const begins = last ? `since our letter of ${monthAndYear(last, group.zone)}` : 'in the last month'
  return blocksOf(items, begins)
}

/** When the last newsletter went out; null when none did. */
export async function lastNewsletter(tx: Tx): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(filled_at) as at from mailing.letter where kind = 'newsletter'`.execute(tx)
  return rows[0]!.at
}

/**
 * Stories first, the newest before the others; then questions and figures; then what is coming; what is only a line gathers at the end.
 * @param begins "since our letter of November 2026"
 */
export function blocksOf(items: readonly NewsItem[], begins: string): readonly NewBlock[] {
  if (!items.length) return [text(`Write here what your readers should know. Nothing was published ${begins}.`)]
  const newest = items.toSorted((a, b) => b.at.getTime() - a.at.getTime())
  const blocks = (...kinds: readonly NewsItem['kind'][]) =>
    newest.filter(({ kind }) => kinds.includes(kind)).flatMap(blockOf)
  const coming = items.filter(({ kind }) => kind === 'event').toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const figures = blocks('figure')
  const lines = newest.flatMap((item) => (item.kind === 'line' ? [lineOf(item)] : []))
  return [
    text(`Here is what happened ${begins}.`),
    ...blocks('story', 'question'),
    ...(figures.length ? [text('## In figures'), ...figures] : []),
    ...(coming.length ? [text('## Coming up'), ...coming.flatMap(blockOf)] : []),
    ...(lines.length ? [text(['## We look for', ...lines].join('\n\n'))] : []),
  ]
}

function blockOf(item: NewsItem): readonly NewBlock[] {
  const { href } = item
  if (item.kind === 'story')
    return [{ kind: 'story', post: item.post, href, label: item.label, title: '', summary: '' }]
  if (item.kind === 'figure') return [{ kind: 'figure', value: item.value, label: item.says, source: '', href }]
  if (item.kind === 'question') return [{ kind: 'question', label: '', asked: item.asked, answer: item.answer, href }]
  if (item.kind === 'line') return []
  return [{ kind: 'event', title: item.title, day: item.day, when: item.when, place: item.place, href }]
}

const lineOf = ({ sentence, href }: { sentence: string; href: string }): string =>
  href ? `${sentence} [More](${href})` : sentence

const text = (markdown: string): NewBlock => ({ kind: 'text', doc: withIds(readMarkdown(markdown).doc, randomUUID) })
