import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { parse } from 'csv-parse/sync'
import { read } from './factories.ts'

const LIST = 'Name,Email,Town\nSiân Llŷr,sian@example.org,Aberdâr\nZoë O’Neil,zoe@example.org,Çatal\n'
const PEOPLE = [
  ['Siân Llŷr', 'sian@example.org', 'Aberdâr'],
  ['Zoë O’Neil', 'zoe@example.org', 'Çatal'],
]

test.each([
  ['UTF-8', Buffer.from(LIST)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${LIST}`)],
  ['UTF-16 with a mark', iconv.encode(LIST, 'utf-16le', { addBOM: true })],
  ['UTF-16 without one', iconv.encode(LIST, 'utf-16le', { addBOM: false })],
  ['UTF-16 the other way round', iconv.encode(LIST, 'utf-16be', { addBOM: true })],
  ['UTF-16 the other way round without a mark', iconv.encode(LIST, 'utf-16be', { addBOM: false })],
])('people keep their accents when the list is in %s', async (_, bytes) => {
  const { headings, cells } = await read(bytes)

  expect([headings, cells]).toEqual([['Name', 'Email', 'Town'], PEOPLE])
})

test.each(['windows-1252', 'macroman'])(
  'a list in %s keeps what that can write, and the page says so',
  async (charset) => {
    const text = LIST.replace('ŷ', 'y')

    const { cells, remarks } = await read(iconv.encode(text, charset))

    expect(cells).toEqual([['Siân Llyr', 'sian@example.org', 'Aberdâr'], PEOPLE[1]])
    expect(remarks.join()).toMatch(/character set\. Look whether names/)
  },
)

test('accents far below the beginning are seen', async () => {
  const text = `Name,Email\n${'Ann,ann@example.org\n'.repeat(10_000)}Zoë,zoe@example.org\n`

  expect((await read(iconv.encode(text, 'windows-1252'))).cells.at(-1)).toEqual(['Zoë', 'zoe@example.org'])
  expect((await read(text)).cells.at(-1)).toEqual(['Zoë', 'zoe@example.org'])
})

test('letters that were encoded twice are put right, and the others left alone', async () => {
  const twice = iconv.decode(Buffer.from('Siân “Llŷr” O’Neil'), 'windows-1252')
  const { cells, remarks } = await read(
    `Name,Email\n${twice},a@example.org\nÂngela Ção,b@example.org\n李小龙 Zoë,c@example.org\n`,
  )

  expect(cells.map(([name]) => name)).toEqual(['Siân “Llŷr” O’Neil', 'Ângela Ção', '李小龙 Zoë'])
  expect(remarks).toEqual([expect.stringContaining('1 cell had letters written wrongly')])
})

test.each([
  ['commas', ','],
  ['semicolons', ';'],
  ['tabs', '\t'],
  ['bars', '|'],
])('cells parted by %s are found', async (_, separator) => {
  const { cells } = await read(
    ['Name,Address,Town', '"Ann","1 High St, Flat 2; rear",Leek', '"Bob","2 High St, Flat 3; front",Leek']
      .join('\n')
      .replace(/,(?! )/g, separator),
  )

  expect(cells[0]).toEqual(['Ann', '1 High St, Flat 2; rear', 'Leek'])
})

test.each([['\r'], ['\n'], ['\r\n']])('lines may end in %j, and a cell may hold several', async (end) => {
  const { cells, numbers } = await read(['Name,Address', `Ann,"1 High St${end}Leek"`, 'Bob,', ''].join(end))

  expect([cells, numbers]).toEqual([
    [
      ['Ann', `1 High St${end}Leek`],
      ['Bob', ''],
    ],
    [2, 3],
  ])
})

test('Excel’s own hint says the separator, and rows are counted as Excel shows them', async () => {
  const { headings, numbers } = await read('sep=;\r\nName;Email\r\n\r\nAnn, and Bob;ann@example.org\r\n')

  expect([headings, numbers]).toEqual([['Name', 'Email'], [3]])
})

test('a quotation mark that is never closed costs its own row alone', async () => {
  const { cells, oddities } = await read(
    'Name,Email,Town\nAnn,ann@example.org,Leek\n"Bob,bob@example.org,Leek\n"Cy","cy@example.org","Leek"\nDi,"di@example.org,Leek',
  )

  expect(cells).toEqual([
    ['Ann', 'ann@example.org', 'Leek'],
    ['Bob', 'bob@example.org', 'Leek'],
    ['Cy', 'cy@example.org', 'Leek'],
    ['Di', 'di@example.org', 'Leek'],
  ])
  expect(oddities.length).toBe(2)
})

test('marks amid a cell are its own, and a formula stays the text it is', async () => {
  const { cells } = await read(
    'Name,Number,Note\n"Bob" Price,="0042","=HYPERLINK(""x"",""y"")"\nAnn "Annie" Lee,=1+1,6" ruler\n',
  )

  expect(cells).toEqual([
    ['"Bob" Price', '0042', '=HYPERLINK("x","y")'],
    ['Ann "Annie" Lee', '=1+1', '6" ruler'],
  ])
})

test('rows that are too short are filled, and one that is too long is told of', async () => {
  const { cells, oddities } = await read('Name,Email\nAnn\nBob,bob@example.org,,\nCy,cy@example.org,more\n')

  expect(cells.map((row) => row.length)).toEqual([2, 2, 2])
  expect(oddities).toEqual([expect.stringContaining('more cells than there are headings')])
})

test('what stands above the headings and below the list is nobody', async () => {
  const { headings, cells, numbers, remarks } = await read(
    'Members of the group,,\nPrinted 3 March 2021,,\n,,\nName,Email,Town\nAnn,ann@example.org,Leek\nBob,bob@example.org,\n,,\nTotal members: 2,,\n',
  )

  expect([headings, cells.length, numbers]).toEqual([['Name', 'Email', 'Town'], 2, [5, 6]])
  expect(remarks).toEqual([
    'The headings are in row 4. We passed over what stands above them.',
    'We passed over 1 row with totals or notes below the list.',
  ])
})

test('headings that are blank or come twice get names of their own', async () => {
  expect((await read('Name,,Email,email,\nAnn,x,ann@example.org,y,z\n')).headings).toEqual([
    'Name',
    'Column B',
    'Email',
    'email (2)',
    'Column E',
  ])
})

test('a list without headings loses nobody', async () => {
  const { headings, cells, remarks } = await read('Ann Price,ann@example.org\nBob Lee,bob@example.org\n')

  expect([headings, cells.length]).toEqual([['Column A', 'Column B'], 2])
  expect(remarks).toEqual([expect.stringContaining('no headings')])
})

test('a list may be one column of addresses, or of names', async () => {
  expect((await read('ann@example.org\nbob@example.org\n')).cells).toEqual([['ann@example.org'], ['bob@example.org']])
  expect((await read('Name\nAnn Price\nBob Lee\n')).cells).toEqual([['Ann Price'], ['Bob Lee']])
})

test('characters that are nothing are dropped', async () => {
  expect((await read('Name,Email\nA\0nn,ann@example.org\0\n')).cells).toEqual([['Ann', 'ann@example.org']])
})

test('what an ordinary reader makes of an ordinary list, ours makes too, however the file is cut', async () => {
  const cell = (i: number) => ['Ann', 'Price, Ann', 'a "b" c', '1 High St\nLeek', '', 'Zoë', ' x '][i % 7]!
  const text = [
    'a,b,c',
    ...Array.from({ length: 9000 }, (_, i) =>
      [cell(i), cell(i * 5 + 2), cell(i >> 2)].map((value) => `"${value.replaceAll('"', '""')}"`).join(','),
    ),
  ].join('\r\n')

  const { cells } = await read(text)

  expect(cells).toEqual(
    parse(text)
      .slice(1)
      .filter((row) => row.some(Boolean)),
  )
})
