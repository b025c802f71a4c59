import { parse } from 'csv-parse/sync'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { csvFile, csvPieces, harmless } from './csv.ts'
import type { Env } from './web.ts'

test.each([
  ['=HYPERLINK("https://example.net")', 'a formula'],
  ['+44 20 7946 0000', 'a telephone number, which is also a sum'],
  ['-1+1', 'a difference'],
  ['@SUM(A1)', 'a function as Lotus wrote it'],
  ['\t=1', 'a formula behind a tab'],
  ['\r=1', 'a formula behind a carriage return'],
  ['\n=1', 'a formula on the next line'],
  ['\ttext', 'a tab that a spreadsheet may cut off'],
  ['  =1', 'a formula behind blanks'],
  ['\u00a0=1', 'a formula behind a blank that does not break'],
  ['\ufeff=1', 'a formula behind a byte order mark'],
  ['\uff1d1', 'a formula with a wide sign'],
])('%j is only text in a spreadsheet, though it is %s', (text) => {
  expect(harmless(text)).toBe(`'${text}`)
})

test.each(['', 'Ada = Grace', '-12', '-0.5', '41', 'a-b', "'=1", '2026-11-22'])('%j stays as it is', (text) => {
  expect(harmless(text)).toBe(text)
})

test('what somebody called themselves is harmless within a list and a record, and as a heading', async () => {
  const pieces: string[] = []
  const rows = (async function* () {
    yield [['=1', 'Ada'], null, true, new Date(0), -3]
  })()
  for await (const piece of csvPieces({ columns: ['=names', 'b', 'c', 'd', 'e'], rows })) pieces.push(piece)

  expect(parse(pieces.join(''), { bom: true })).toEqual([
    ["'=names", 'b', 'c', 'd', 'e'],
    ["'=1; Ada", '', 'yes', '1970-01-01T00:00:00.000Z', '-3'],
  ])
})

test('an officer’s file is hers alone, has her group’s words in its name, and opens in Excel as UTF-8', async () => {
  const app = new Hono<Env>().get('/', (c) =>
    csvFile(c, 'Läufer "5"', { columns: ['name'], rows: [['Zoë, "Z"'], ['@x']] }),
  )

  const answer = await app.request('/')

  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': "attachment; filename*=UTF-8''L%C3%A4ufer%20%225%22.csv",
    'cache-control': 'private, no-store',
  })
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(bytes.toString()).toBe('\ufeffname\r\n"Zoë, ""Z"""\r\n\'@x\r\n')
})
