import { checkForm, type Errors, type Typed, typedText } from '../../platform/forms.ts'
import { menuRow } from '../forms.ts'
import type { MenuItem, Target } from '../menus.ts'

/** A row of the menu's form, as typed. */
export interface MenuRow {
  readonly label: string
  readonly level: '0' | '1'
  /** 'entry:<id>', 'term:<id>', 'link', or '' while nothing is chosen. */
  readonly target: string
  readonly href: string
}

export const emptyRow: MenuRow = { label: '', level: '0', target: '', href: '' }

/** What a button does with the row of the same number. */
export type Verb = 'up' | 'down' | 'in' | 'out' | 'remove'

/** The rows of a posted form ('label-0', 'target-0' …) without those nothing was typed in. */
export function rowsIn(typed: Typed): readonly MenuRow[] {
  const count = Math.min(Number(typedText(typed, 'rows')) || 0, MOST_ROWS)
  const rows = Array.from({ length: count }, (_, at): MenuRow => {
    const text = (name: string) => (typedText(typed, `${name}-${at}`) ?? '').trim()
    return {
      label: text('label'),
      level: text('level') === '1' ? '1' : '0',
      target: text('target'),
      href: text('href'),
    }
  })
  return rows.filter(({ label, target, href }) => label || target || href)
}

const MOST_ROWS = 100

export function rowOf({ label, level, target }: MenuItem): MenuRow {
  return {
    label,
    level: level === 1 ? '1' : '0',
    target: valueOf(target),
    href: target.kind === 'link' ? target.href : '',
  }
}

/** Rows as the menu's items, or what is wrong with which field. An item without words takes the name of where it leads. */
export function itemsOf(
  rows: readonly MenuRow[],
  names: ReadonlyMap<string, string>,
): { items: readonly MenuItem[]; errors: Errors } {
  const items: MenuItem[] = []
  const errors: Record<string, string> = {}
  for (const [at, row] of rows.entries()) {
    const form = checkForm({ ...row, label: row.label || (names.get(row.target) ?? '').slice(0, 100) }, menuRow)
    if (form.ok)
      items.push({ label: form.values.label, level: form.values.level === '1' ? 1 : 0, target: targetOf(form.values) })
    else for (const [name, error] of Object.entries(form.errors)) errors[`${name}-${at}`] = error
  }
  return { items, errors }
}

/** Moves a row with what stands below it, sets it in or out, or takes it away. The first row always stands at the top level. */
export function moved(rows: readonly MenuRow[], verb: Verb, at: number): readonly MenuRow[] {
  const row = rows[at]
  if (!row) return rows
  if (verb === 'remove') return levelled(rows.toSpliced(at, 1))
  if (verb === 'in' || verb === 'out') return levelled(rows.with(at, { ...row, level: verb === 'in' ? '1' : '0' }))
  const end = row.level === '1' ? at + 1 : endOfBlock(rows, at)
  const to = verb === 'up' ? startBefore(rows, at, row.level) : end < rows.length ? endAfter(rows, end, row.level) : end
  const block = rows.slice(at, end)
  const without = rows.toSpliced(at, block.length)
  return levelled(without.toSpliced(verb === 'up' ? to : to - block.length, 0, ...block))
}

function endOfBlock(rows: readonly MenuRow[], start: number): number {
  const next = rows.findIndex(({ level }, at) => at > start && level === '0')
  return next === -1 ? rows.length : next
}

/** A row below another passes one row; a row at the top passes the whole of what stands before it. */
function startBefore(rows: readonly MenuRow[], at: number, level: MenuRow['level']): number {
  if (level === '1' || at === 0) return Math.max(0, at - 1)
  return Math.max(
    0,
    rows.findLastIndex((row, before) => before < at && row.level === '0'),
  )
}

const endAfter = (rows: readonly MenuRow[], end: number, level: MenuRow['level']) =>
  level === '1' ? end + 1 : endOfBlock(rows, end)

const levelled = (rows: readonly MenuRow[]): readonly MenuRow[] =>
  rows.map((row, at) => (at === 0 ? { ...row, level: '0' } : row))

const valueOf = (target: Target): string => {
  if (target.kind === 'entry') return `entry:${target.entryId}`
  return target.kind === 'term' ? `term:${target.termId}` : 'link'
}

function targetOf({ target, href }: { target: string; href: string }): Target {
  const [kind, id = ''] = target.split(':')
  if (kind === 'entry') return { kind, entryId: id }
  return kind === 'term' ? { kind, termId: id } : { kind: 'link', href }
}
