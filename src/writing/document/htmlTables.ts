import { draft, MOST_FRAMES } from './htmlBuilder.ts'
import type { Draft, Frame } from './htmlBuilder.ts'
import type { TagAttributes } from './htmlTokens.ts'
import { beginBlock, closeTo, openContainer, openGroup } from './htmlWalk.ts'
import type { Walk } from './htmlWalk.ts'
import { WIDEST_SPAN } from './schema.ts'

/** `table`: one that says it is for layout only groups, and so does one too deep in others. */
export function startTable(walk: Walk, attributes: TagAttributes): void {
  beginBlock(walk)
  const forLayout = walk.builder.tooDeep || /^(?:presentation|none)$/.test(attributes.get('role') ?? '')
  if (forLayout && walk.builder.top.line === null && walk.builder.frames.length < MOST_FRAMES) {
    walk.builder.open('table', 'layout')
    return
  }
  openContainer(walk, 'table', {
    kind: 'table',
    node: draft('table', { caption: attributes.get('data-caption') ?? '' }),
    attributes,
  })
}

/** `tr`, `td`, `th`: ends what is open of the same kind, makes up a missing row. Outside a table they only group. */
export function startTablePart(walk: Walk, tag: string, attributes: TagAttributes): void {
  beginBlock(walk)
  const { frames } = walk.builder
  const at = frames.findLastIndex((frame) => frame.kind === 'table' || frame.kind === 'layout' || frame.line !== null)
  const table = frames[at]
  if (table?.kind !== 'table' || table.node === null) return openGroup(walk, tag, attributes)
  if (tag === 'tr') {
    closeTo(walk, at + 1)
    return openRow(walk, table.node)
  }
  const rowAt = frames.findIndex((frame, index) => index > at && frame.kind === 'row')
  if (rowAt < 0) {
    closeTo(walk, at + 1)
    openRow(walk, table.node)
  } else closeTo(walk, rowAt + 1)
  openCell(walk, tag, attributes)
}

/** Whether the end of `tag` may not reach beyond this element: cells shut in all but the parts of their table. */
export function shutsIn(tag: string): (frame: Frame) => boolean {
  return tableParts.has(tag) ? () => false : (frame) => frame.kind === 'cell' || frame.kind === 'table'
}

const tableParts: ReadonlySet<string> = new Set(['table', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th'])

function openRow(walk: Walk, table: Draft): void {
  walk.builder.open('tr', 'row', { node: draft('table_row'), within: table })
}

function openCell(walk: Walk, tag: string, attributes: TagAttributes): void {
  const row = walk.builder.top.node
  const cell = draft(tag === 'th' ? 'table_header' : 'table_cell', {
    colspan: span(attributes, 'colspan'),
    rowspan: span(attributes, 'rowspan'),
  })
  if (row !== null) walk.builder.open(tag, 'cell', { node: cell, within: row })
}

function span(attributes: TagAttributes, name: string): number {
  const number = Number.parseInt(attributes.get(name) ?? '1', 10)
  return Number.isNaN(number) ? 1 : Math.min(Math.max(number, 1), WIDEST_SPAN)
}
