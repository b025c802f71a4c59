import { expect, test } from 'vitest'
import { duplicateAddresses, findingsIn, type ExaminedPage, type Finding, type FindingKind } from './findings.ts'

const site = { baseUrl: 'https://allotments.example' }

function oddities(page: Partial<ExaminedPage>, knownPath: (path: string) => boolean = () => true): Finding[] {
  const whole = {
    address: '/rain/',
    title: 'Rain',
    text: 'Keep every drop.',
    links: [],
    images: [],
    lost: [],
    comments: [],
  }
  return findingsIn({ ...whole, ...page }, { site, knownPath })
}

function detailsOf(kind: FindingKind, page: Partial<ExaminedPage>): string[] {
  return oddities(page)
    .filter((finding) => finding.kind === kind)
    .map(({ detail }) => detail)
}

test('an ordinary page has nothing odd', () => {
  const page = {
    text: 'On 3 March 2019 we met at 10.30; 45 came. We raised £1,020.50, and 2018-2019 was dry.',
    links: [{ href: 'https://elsewhere.example.org/', text: 'there' }],
    images: [{ src: '/a.jpg', alt: 'A pond' }],
  }

  expect(oddities(page)).toEqual([])
})

test('telephone numbers are found as people write them', () => {
  const written = [
    '020 7946 0123',
    '(020) 7946 0123',
    '0207 946 0123',
    '02079460123',
    '0161 496 0000',
    '01632 960 001',
    '01632-960001',
    '(01632) 960001',
    '01204 49600',
    '07700 900 123',
    '07700900123',
    '07700-900-123',
    '+44 7700 900123',
    '+447700900123',
    '+44 (0)20 7946 0123',
    '(+44) 20 7946 0123',
    '0044 20 7946 0123',
    '0808 157 0123',
    '0800 123456',
    '020 7946 0123', // no-break spaces
  ]

  for (const number of written) {
    expect(detailsOf('phone_number', { text: `Ring Wren on ${number}.` }), number).toHaveLength(1)
    expect(detailsOf('phone_number', { text: number }), number).toHaveLength(1)
  }
})

test('dates, sums, years and reference numbers are no telephone numbers', () => {
  const others = [
    '01 02 2019 2020 2021',
    '01/02/2019 03/04/2020',
    '01.02.2019-03.04.2020',
    '2019-01-02 03:04:05',
    'from 2018 020 7946 to 12',
    '£01632 960001',
    '01632 960001%',
    '01632 960001.50',
    'charity no. 01632960001',
    'Company number 01632960001',
    'ISBN 0198534531234',
    'ref: 07700900123',
    'account 07700900123',
    '0 1 6 3 2 9 6 0 0 0 1',
    '01632 9600',
    '04632 960001',
    '016329600011',
    '0000 000 0000',
    'https://elsewhere.example.org/?id=07700900123',
    'abc07700900123def',
    '1,007,700,900,123',
    '978-0-7700-9001-23',
  ]

  for (const text of others) expect(detailsOf('phone_number', { text }), text).toEqual([])
})

test('a link that dials is a telephone number, once', () => {
  const links = [
    { href: 'tel:+441632960001', text: 'Ring us' },
    { href: 'tel:+441632960002', text: '01632 960002' },
  ]

  expect(detailsOf('phone_number', { text: '01632 960002', links })).toEqual(['01632 960002', 'tel:+441632960001'])
})

test('a postcode tells a postal address, which is shown from its street on', () => {
  const text = 'Send cheques to the treasurer, Jenny Wren, 3 Long Meadow Lane, Norwich NR1 3ZZ, before the spring.'

  expect(detailsOf('postal_address', { text })).toEqual([
    expect.stringContaining('3 Long Meadow Lane, Norwich NR1 3ZZ'),
  ])
  for (const postcode of ['M1 1AE', 'B33 8TH', 'CR2 6XH', 'DN55 1PT', 'W1A 0AX', 'EC1A 1BB', 'SW1A0AA']) {
    expect(detailsOf('postal_address', { text: `Write to ${postcode}.` }), postcode).toHaveLength(1)
  }
  expect(detailsOf('postal_address', { text: '12 Pond Street, Leeds, ls1 4ap' })).toHaveLength(1)
})

test('what only looks like a postcode is no address', () => {
  const others = [
    'form A1 2BC',
    'ref. S1 2AB',
    'section B1 3CD',
    'ZZ1 1AA',
    'QA1 2AB',
    'in e1 6an',
    'A1 2B',
    'UN1 2345',
    'B2 3CI',
    'x-M1 1AE',
  ]

  for (const text of others) expect(detailsOf('postal_address', { text }), text).toEqual([])
})

test('an email address is named once, wherever it stands', () => {
  const page = {
    text: 'Write to wren@allotments.example.org. Or Wren@allotments.example.org, or not-an@address, or @wren.',
    links: [
      { href: 'mailto:wren@allotments.example.org', text: 'Wren' },
      { href: 'mailto:robin@allotments.example.org?subject=Plot', text: 'Robin' },
    ],
    comments: ['Mine is finch@allotments.example.org'],
  }

  expect(detailsOf('email_address', page)).toEqual([
    expect.stringContaining('wren@allotments.example.org'),
    expect.stringContaining('finch@allotments.example.org'),
    'mailto:robin@allotments.example.org?subject=Plot',
  ])
})

test('links to a local disk are found behind words and in words', () => {
  const page = {
    text: 'See file:///C:/Users/wren/plots.doc and D:\\plots\\list.xls or \\\\server\\share\\a.doc. A: 1/2, either\\or',
    links: [
      { href: 'file:///C:/Users/wren/list.doc', text: 'list' },
      { href: 'C:\\plots.doc', text: 'plots' },
      { href: 'https://allotments.example/file:/x', text: 'fine' },
    ],
  }

  expect(detailsOf('local_disk_link', page)).toEqual([
    'file:///C:/Users/wren/list.doc',
    'C:\\plots.doc',
    'file:///C:/Users/wren/plots.doc',
    'D:\\plots\\list.xls',
    '\\\\server\\share\\a.doc.',
  ])
})

test('a link to a page of the site that is not there is broken', () => {
  const links = [
    { href: 'https://allotments.example/there/', text: 'there' },
    { href: '/gone', text: 'gone' },
    { href: '/?p=99', text: '' },
    { href: 'https://elsewhere.example.org/gone', text: 'away' },
    { href: '/', text: 'home' },
  ]

  const broken = oddities({ links }, (path) => path === '/there/')

  expect(broken).toEqual([
    { kind: 'broken_link', address: '/rain/', detail: '/gone (gone)' },
    { kind: 'broken_link', address: '/rain/', detail: '/?p=99' },
  ])
})

test('links meant for the editor alone are placeholders, not broken links', () => {
  const placeholders = [
    'http://localhost/about',
    'http://127.0.0.1:8080/',
    'http://192.168.1.4/x',
    'http://site.local/',
    'https://allotments.example/wp-admin/post.php?post=4',
    'https://allotments.example/?p=4&preview=true',
    'http://',
    '',
  ]
  const links = placeholders.map((href, index) => ({ href, text: `link ${index}` }))

  const found = oddities({ links }, () => false)

  expect(found.map(({ kind }) => kind)).toEqual(placeholders.map(() => 'placeholder_link'))
  expect(detailsOf('placeholder_link', { links: [{ href: 'https://localhosts.org/', text: 'x' }] })).toEqual([])
})

test('pictures without words, empty posts, lost parts and wrong encoding are named', () => {
  const images = [
    { src: '/uploads/pond.jpg?w=300', alt: ' ' },
    { src: '/uploads/ok.jpg', alt: 'A heron' },
  ]

  expect(detailsOf('picture_without_text', { images })).toEqual(['pond.jpg'])
  expect(detailsOf('empty_post', { title: 'Rain', text: ' … ' })).toEqual(['Rain'])
  expect(detailsOf('empty_post', { title: '', text: '' })).toEqual(['without a title'])
  expect(detailsOf('empty_post', { text: '', images })).toEqual([])
  expect(detailsOf('kept_as_text', { lost: [{ kind: 'shortcode', detail: '[map]' }] })).toEqual(['shortcode: [map]'])
})

test('text that was read in the wrong encoding is shown with its words', () => {
  for (const text of [
    'The groupâ€™s plot',
    'A cafÃ© by the pond',
    'Â£5 a year',
    'A caf\uFFFD',
    'ðŸŒ± grow',
    'â€“ and so',
  ]) {
    expect(detailsOf('wrong_encoding', { text }), text).toEqual([text])
  }
  for (const text of ['SÃO PAULO', 'Ângela’s café – £5', 'â'])
    expect(detailsOf('wrong_encoding', { text }), text).toEqual([])
})

test('a finding shows the words concerned in at most 120 characters', () => {
  const text = `${'many words before '.repeat(30)} ring 01632 960001 ${'and many after '.repeat(30)}`

  const [detail = ''] = detailsOf('phone_number', { text })

  expect(detail.length).toBeLessThanOrEqual(120)
  expect(detail).toMatch(/^… .*ring 01632 960001.* …$/)
  expect(detailsOf('empty_post', { title: 'long '.repeat(100), text: '' })[0]?.length).toBeLessThanOrEqual(120)
})

test('findings come from the title and the comments as well', () => {
  expect(oddities({ title: 'Ring 01632 960001', comments: ['or 01632 960002'] })).toMatchObject([
    { kind: 'phone_number', address: '/rain/' },
    { kind: 'phone_number', address: '/rain/' },
  ])
})

test('items that want one address are named after the first', () => {
  const items = [
    { address: '/rain/', title: 'Rain' },
    { address: '/snow/', title: 'Snow' },
    { address: '/Rain/', title: 'Rain again' },
  ]

  expect(duplicateAddresses(items)).toEqual([{ kind: 'duplicate_address', address: '/Rain/', detail: 'Rain again' }])
})
