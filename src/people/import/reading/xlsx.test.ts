import { expect, test } from 'vitest'
import { aSheetRow, aWorkbook, read } from './factories.ts'

test('a workbook is read as it is seen: texts, days, figures, and what formulas last came to', async () => {
  const rows = `
    <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>Joined</t></is></c><c r="D1" t="str"><f>"Ph"&amp;"one"</f><v>Phone</v></c></row>
    <row r="4"><c r="A4" t="s"><v>2</v></c><c r="C4" s="1"><v>44290</v></c><c r="D4"><v>7700900123</v></c></row>
    <row r="5"><c r="A5" t="inlineStr"><is><r><t>Bob </t></r><r><t>Lee</t></r></is></c><c r="B5" t="e"><v>#N/A</v></c><c r="C5" s="2"><v>40125.75</v></c><c r="D5" t="b"><v>1</v></c></row>`
  const texts =
    '<si><t>Name</t></si><si><t>Email</t></si><si><r><t>Ann</t></r><r><t xml:space="preserve"> Price_x000D_</t></r><rPh><t>アン</t></rPh></si>'

  const { headings, cells, numbers } = await read(aWorkbook({ sheets: { Members: rows }, texts }))

  expect(headings).toEqual(['Name', 'Email', 'Joined', 'Phone'])
  expect(cells).toEqual([
    ['Ann Price\r', '', '2021-04-04', '7700900123'],
    ['Bob Lee', '', '2009-11-08', 'TRUE'],
  ])
  expect(numbers).toEqual([4, 5])
})

test('days of a workbook from an old Macintosh are the days that were meant', async () => {
  const rows = `${aSheetRow(1, ['Name', 'Joined'])}<row r="2"><c t="inlineStr"><is><t>Ann</t></is></c><c s="1"><v>42828</v></c></row>`

  expect((await read(aWorkbook({ sheets: { A: rows }, since1904: true }))).cells).toEqual([['Ann', '2021-04-04']])
})

test('one of several sheets may be chosen; the first is taken otherwise', async () => {
  const sheets = {
    Members: aSheetRow(1, ['Name', 'Email']) + aSheetRow(2, ['Ann', 'ann@example.org']),
    Supporters: aSheetRow(1, ['Name', 'Email']) + aSheetRow(2, ['Bob', 'bob@example.org']),
  }

  expect((await read(aWorkbook({ sheets }))).cells).toEqual([['Ann', 'ann@example.org']])
  const chosen = await read(aWorkbook({ sheets }), 1)

  expect([chosen.cells, chosen.sheets]).toEqual([[['Bob', 'bob@example.org']], ['Members', 'Supporters']])
})
