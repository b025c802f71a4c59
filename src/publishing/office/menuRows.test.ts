import { expect, test } from 'vitest'
import { emptyRow, itemsOf, type MenuRow, moved, rowsIn } from './menuRows.ts'

/** 'About', '-People' (below About), 'Join' */
const menu = (...labels: readonly string[]): readonly MenuRow[] =>
  labels.map((label) => ({
    ...emptyRow,
    label: label.replace('-', ''),
    level: label.startsWith('-') ? '1' : '0',
    target: 'link',
    href: '/',
  }))
const read = (rows: readonly MenuRow[]) =>
  rows.map(({ label, level }) => `${level === '1' ? '-' : ''}${label}`).join(' ')

test('an item moves up past its neighbour with everything below both', () => {
  expect(read(moved(menu('About', '-People', 'Join', '-Fees', 'News'), 'up', 2))).toBe('Join -Fees About -People News')
  expect(read(moved(menu('About', '-People', 'Join', '-Fees', 'News'), 'down', 0))).toBe(
    'Join -Fees About -People News',
  )
})

test('an item below another passes one row at a time, and may come to stand below the next', () => {
  expect(read(moved(menu('About', '-People', '-Rules', 'Join'), 'up', 2))).toBe('About -Rules -People Join')
  expect(read(moved(menu('About', '-People', 'Join'), 'down', 1))).toBe('About Join -People')
})

test('moving the first up or the last down changes nothing', () => {
  const rows = menu('About', 'Join')
  expect(read(moved(rows, 'up', 0))).toBe('About Join')
  expect(read(moved(rows, 'down', 1))).toBe('About Join')
})

test('the first item always stands at the top level', () => {
  expect(read(moved(menu('About', '-People'), 'remove', 0))).toBe('People')
  expect(read(moved(menu('About', 'Join'), 'in', 0))).toBe('About Join')
  expect(read(moved(menu('About', 'Join'), 'in', 1))).toBe('About -Join')
})

test('a row nothing was typed in is passed over, and a missing label is the name of where the item leads', () => {
  const id = '01919191-9191-7191-8191-919191919191'
  const rows = rowsIn({
    rows: '2',
    'label-0': '',
    'target-0': `entry:${id}`,
    'label-1': ' ',
    'target-1': '',
    'href-1': '',
  })

  const { items, errors } = itemsOf(rows, new Map([[`entry:${id}`, 'About us']]))

  expect(items).toEqual([{ label: 'About us', level: 0, target: { kind: 'entry', entryId: id } }])
  expect(errors).toEqual({})
})

test('a script is no link', () => {
  const { errors } = itemsOf([{ ...emptyRow, label: 'Press', target: 'link', href: 'javascript:alert(1)' }], new Map())

  expect(errors['href-0']).toContain('https://')
})
