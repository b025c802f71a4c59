import { expect, test } from 'vitest'
import { Node } from 'prosemirror-model'
import { editorSchema } from './domSchema.ts'
import { gridOf, isWhole, withColumnAfter, withoutColumn, withoutRow, withRowAfter } from './tableGrid.ts'

/** 'a2x1' is a cell with the word a, two columns wide and one row high; capitals are headings. */
function aTable(...rows: readonly string[]): Node {
  const cell = (notation: string) => {
    const [, word = '', colspan = '1', rowspan = '1'] = /^(\w)(?:(\d)x(\d))?$/.exec(notation)!
    return {
      type: /[A-Z]/.test(word) ? 'table_header' : 'table_cell',
      attrs: { colspan: Number(colspan), rowspan: Number(rowspan) },
      content: [{ type: 'paragraph', content: [{ type: 'text', text: word }] }],
    }
  }
  const content = rows.map((row) => ({ type: 'table_row', content: row.split(' ').map(cell) }))
  return Node.fromJSON(editorSchema, { type: 'table', content })
}

/** The same way of writing; what is empty is `.` or, as a heading, `^`. */
function written(table: Node | undefined): string[] {
  return (table?.children ?? []).map((row) =>
    row.children
      .map(({ textContent, type, attrs: { colspan, rowspan } }) => {
        const word = textContent || (type.name === 'table_header' ? '^' : '.')
        return colspan === 1 && rowspan === 1 ? word : `${word}${colspan}x${rowspan}`
      })
      .join(' '),
  )
}

const plain = gridOf(aTable('A B', 'c d'))
/** a over two columns, c over two rows. */
const spanned = gridOf(aTable('a2x1 b', 'c1x2 d e', 'f g'))

test('a row comes below the one the cursor is in, plain below headings', () => {
  expect(written(withRowAfter(plain, 0))).toEqual(['A B', '. .', 'c d'])
  expect(written(withRowAfter(plain, 1))).toEqual(['A B', 'c d', '. .'])
  expect(written(withRowAfter(spanned, 1))).toEqual(['a2x1 b', 'c1x3 d e', '. .', 'f g'])
})

test('a column comes after the one the cursor is in, with a heading where its neighbour has one', () => {
  expect(written(withColumnAfter(plain, 1))).toEqual(['A B ^', 'c d .'])
  expect(written(withColumnAfter(spanned, 0))).toEqual(['a3x1 b', 'c1x2 . d e', '. f g'])
})

test('a row goes, and what reaches beyond it stays', () => {
  expect(written(withoutRow(plain, 0))).toEqual(['c d'])
  expect(written(withoutRow(spanned, 2))).toEqual(['a2x1 b', 'c d e'])
  expect(written(withoutRow(spanned, 1))).toEqual(['a2x1 b', 'c f g'])
})

test('a column goes, and what reaches beyond it stays', () => {
  expect(written(withoutColumn(plain, 1))).toEqual(['A', 'c'])
  expect(written(withoutColumn(spanned, 1))).toEqual(['a b', 'c1x2 e', 'g'])
})

test('the last row and the last column are never taken alone', () => {
  expect(withoutRow(gridOf(aTable('a b')), 0)).toBeUndefined()
  expect(withoutColumn(gridOf(aTable('a', 'b')), 0)).toBeUndefined()
})

test('a table is whole when every place of it belongs to one cell', () => {
  expect([plain, spanned].map(isWhole)).toEqual([true, true])
  for (const broken of [aTable('a b', 'c'), aTable('a1x2 b', 'c d'), aTable('a1x2')])
    expect(isWhole(gridOf(broken))).toBe(false)
})
