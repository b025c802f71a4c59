import { describe, expect, test } from 'vitest'
import type { Field } from '../columns/fields.ts'
import { DayOrders } from './days.ts'
import { counts } from './consents.ts'
import { type Reading, understand } from './understanding.ts'

const postcode = (text: string) => {
  const [, outward, inward] =
    /^([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})$/.exec(text.toUpperCase().replace(/\s+/g, ' ').trim()) ?? []
  return outward && inward ? `${outward} ${inward}` : null
}
/** A row in which only these cells are filled. */
function understood(cells: Partial<Record<Field, string>>, reading: Partial<Reading> = {}) {
  const mapping = Object.keys(cells) as Field[]
  return understand(
    { number: 12, cells: Object.values(cells) },
    { mapping, orders: [], today: '2026-11-22', postcode, ...reading },
  )
}
const person = (...of: Parameters<typeof understood>) => understood(...of).person
const whys = (...of: Parameters<typeof understood>) => understood(...of).problems.map(({ why }) => why)
const noticesOf = (...of: Parameters<typeof understood>) => understood(...of).notices.map(({ why }) => why)

test('an ordinary member is understood whole', () => {
  const all = understood({
    their_id: '0042',
    title: 'Dr',
    first_name: 'Siân',
    last_name: 'Llŷr-Griffiths',
    email: ' sian@example.org ',
    phone: '07700 900463',
    address: '97 South Street\nFlat 1',
    postcode: 'sa133uu',
    kind: 'Unwaged ',
    joined_on: '12/07/2015',
    renews_on: '1 Sept 2027',
    occupation: 'Social worker',
    interests: 'Fostering; courts, Fostering',
    employer: 'Neath council',
    union: 'UNISON',
    notes: 'Met in Leek',
  })

  expect(all).toEqual({
    row: 12,
    person: {
      theirId: '0042',
      title: 'Dr',
      name: 'Siân Llŷr-Griffiths',
      sortName: 'Llŷr-Griffiths, Siân',
      email: 'sian@example.org',
      phone: '+447700900463',
      address: '97 South Street\nFlat 1',
      postcode: 'SA13 3UU',
      kind: 'member',
      rate: 'Unwaged',
      joinedOn: '2015-07-12',
      renewsOn: '2027-09-01',
      occupation: 'Social worker',
      interests: ['Fostering', 'courts'],
      employer: 'Neath council',
      union: 'UNISON',
      notes: 'Met in Leek',
    },
    problems: [],
    notices: [],
  })
})

describe('names', () => {
  test.each([
    ['Price, Ann', { name: 'Ann Price', sortName: 'Price, Ann' }],
    ['Llŷr-Griffiths, Siân (Mrs)', { name: 'Siân Llŷr-Griffiths', sortName: 'Llŷr-Griffiths, Siân' }],
    ['Mrs Ellie Kub', { name: 'Ellie Kub', title: 'Mrs' }],
    ['Rt Hon Dr Ann Price', { name: 'Ann Price', title: 'Rt Hon Dr' }],
    ['Baroness Price of Leek', { name: 'Baroness Price of Leek' }],
    ['Ann Price, MBE', { name: 'Ann Price, MBE' }],
    ['李小龙', { name: '李小龙' }],
    ['محمد علي', { name: 'محمد علي' }],
    ['Cher', { name: 'Cher' }],
    ['O’Neil\u00a0\u200bZoe\u0308', { name: 'O’Neil Zoë' }],
    ['😀 Ann', { name: '😀 Ann' }],
  ])('“%s”', (name, expected) => {
    expect(person({ name })).toEqual(expected)
  })

  test('a name of three hundred characters comes in, and a longer one is asked about', () => {
    expect(person({ name: 'Å'.repeat(300) }).name?.length).toBe(300)
    expect(whys({ name: 'Å'.repeat(301) })).toEqual([expect.stringContaining('longer than 300')])
  })

  test('a name that is a formula stays text, and is pointed out', () => {
    const { person: found, notices } = understood({ name: '=HYPERLINK("http://a.example","Ann")' })

    expect([found.name, notices.length]).toEqual(['=HYPERLINK("http://a.example","Ann")', 1])
  })

  test('a row without name and address is a problem, and one with an address alone is none', () => {
    expect(whys({ name: 'n/a', notes: 'x' })).toEqual(['It has neither a name nor an email address.'])
    expect(understood({ email: 'Ann Price <ann@example.org>' })).toMatchObject({
      person: { name: 'Ann Price', email: 'ann@example.org' },
      problems: [],
    })
  })
})

describe('email addresses', () => {
  test.each([
    ['mailto:ann@example.org', 'ann@example.org'],
    ['<ann@example.org>;', 'ann@example.org'],
    ['"Price, Ann" <Ann.Price@Example.org>', 'Ann.Price@Example.org'],
    ["'ann@example.org'", 'ann@example.org'],
    ['ann@example.org.', 'ann@example.org'],
    ['ann@xn--bcher-kva.example', 'ann@xn--bcher-kva.example'],
  ])('“%s”', (email, expected) => {
    expect(understood({ email })).toMatchObject({ person: { email: expected }, problems: [], notices: [] })
  })

  test.each([
    ['Edison_99 at example.org', 'The email address “Edison_99 at example.org” has no @. Is it Edison_99@example.org?'],
    ['ann.example.org', 'The email address “ann.example.org” has no @.'],
    ['ann@', '“ann@” is not a whole email address, like name@example.org.'],
    ['; second.', 'The email address “; second.” has no @.'],
  ])('“%s” is asked about', (email, why) => {
    expect(whys({ email })).toEqual([why])
  })

  test('of two addresses the first is taken, and the other is told', () => {
    expect(understood({ email: 'ann@example.org; second.ann@example.org' })).toMatchObject({
      person: { email: 'ann@example.org' },
      notices: [{ why: 'There are two email addresses. We took ann@example.org and left out second.ann@example.org.' }],
    })
  })
})

describe('telephone numbers', () => {
  test.each([
    ['07700 900463', '+447700900463'],
    ['7700900463', '+447700900463'],
    ['+44 (0)7700 900463', '+447700900463'],
    ['0044 7700 900463', '+447700900463'],
    ['(020) 7946 0384', '+442079460384'],
    ['01782 496000', '+441782496000'],
    ['+353 1 437 0123', '+35314370123'],
    ['00 48 22 123 45 67', '+48221234567'],
  ])('“%s”', (phone, expected) => {
    expect(person({ phone }).phone).toBe(expected)
  })

  test('what a spreadsheet ruined, and what is no number, is told and left out', () => {
    expect(noticesOf({ phone: '7.7009E+09' })).toEqual([expect.stringContaining('figures are lost')])
    expect(noticesOf({ phone: 'ask Bob' })).toEqual([expect.stringContaining('not a phone number')])
    expect(understood({ name: 'Ann', phone: 'ex-dir' })).toMatchObject({ person: { name: 'Ann' }, notices: [] })
  })
})

describe('days', () => {
  test.each([
    ['03/04/2021', '2021-04-03'],
    ['3.4.21', '2021-04-03'],
    ['30/8/16', '2016-08-30'],
    ['1/1/79', '1979-01-01'],
    ['3 Apr 21', '2021-04-03'],
    ['3-Apr-21', '2021-04-03'],
    ['Saturday, 3rd April 2021', '2021-04-03'],
    ['April 3, 2021', '2021-04-03'],
    ['2021-04-03', '2021-04-03'],
    ['2021-04-03T10:15:00Z', '2021-04-03'],
    ['03/04/2021 10:15', '2021-04-03'],
    ['44289', '2021-04-03'],
    ['29/02/2024', '2024-02-29'],
  ])('“%s” is %s', (joined_on, day) => {
    expect(person({ joined_on }).joinedOn).toBe(day)
  })

  test.each([
    ['29/02/2023', /no such day/],
    ['04/30/2021', /no month 30.*United States/],
    ['last spring', /not a day we can read/],
    ['0/0/2000', /no such day/i],
  ])('“%s” is asked about', (joined_on, why) => {
    expect(whys({ name: 'Ann', joined_on })).toEqual([expect.stringMatching(why)])
  })

  test('a month or a year alone is taken from its beginning, and told', () => {
    expect(understood({ joined_on: 'March 2021' })).toMatchObject({
      person: { joinedOn: '2021-03-01' },
      notices: [{ field: 'joined_on' }],
    })
    expect(understood({ joined_on: '2015' })).toMatchObject({
      person: { joinedOn: '2015-01-01' },
      notices: [{ field: 'joined_on' }],
    })
  })

  test('a whole column of American days is seen by the days that can be nothing else', () => {
    const orderOf = (...days: string[]) => {
      const orders = new DayOrders()
      for (const day of days) orders.add(day)
      return orders.order
    }

    expect(orderOf('03/04/2021', '04/30/2021 10:00')).toBe('month first')
    expect(orderOf('03/04/2021', '04/30/2021', '30/04/2021')).toBe('day first')
    expect(orderOf('03/04/2021')).toBe('day first')
    expect(person({ joined_on: '03/04/2021' }, { orders: ['month first'] }).joinedOn).toBe('2021-03-04')
  })
})

describe('consent is a claim, and counts only with its evidence', () => {
  const consent = (...of: Parameters<typeof understood>) => person(...of).consent

  test.each([['Y'], ['yes'], ['1'], ['TRUE'], ['Yes, 12/03/2021'], ['12/03/2021']])(
    '“%s” alone does not',
    (newsletter) => {
      const claim = consent({ newsletter })

      expect([claim?.said, counts(claim!)]).toEqual(['yes', false])
    },
  )

  test.each([
    ['12/03/2021 by form', { said: 'yes', on: '2021-03-12', evidence: '12/03/2021 by form' }],
    ['Yes - ticked the box at conference', { said: 'yes', evidence: 'ticked the box at conference' }],
    ['Y (email of 3 March 2021)', { said: 'yes', on: '2021-03-03', evidence: '(email of 3 March 2021)' }],
  ])('“%s” does', (newsletter, claim) => {
    expect(consent({ newsletter })).toEqual({ purpose: 'newsletter', ...claim })
    expect(counts(consent({ newsletter })!)).toBe(true)
  })

  test('columns beside it, or the officer for all of the list, may give the evidence', () => {
    expect(consent({ newsletter: 'Y', newsletter_on: '12/03/2021', newsletter_evidence: 'Join form' })).toEqual({
      purpose: 'newsletter',
      said: 'yes',
      on: '2021-03-12',
      evidence: 'Join form',
    })
    expect(consent({ newsletter: 'Y' }, { evidence: 'All signed the sheet at the stall' })?.evidence).toBe(
      'All signed the sheet at the stall',
    )
  })

  test.each([
    ['N'],
    ['no'],
    ['FALSE'],
    ['0'],
    ['Opted out'],
    ['Unsubscribed 3/4/2021'],
    ['Do not email'],
    ['No, by letter'],
  ])('“%s” is a no', (newsletter) => {
    expect(consent({ newsletter }, { evidence: 'All signed' })?.said).toBe('no')
  })

  test('a cell that says neither is no claim, whatever the officer says of the list', () => {
    expect(consent({ name: 'Ann', newsletter: 'Unknown' }, { evidence: 'All signed' })).toBeUndefined()
    expect(consent({ name: 'Ann', newsletter: '' }, { evidence: 'All signed' })).toBeUndefined()
  })
})

test.each([
  ['full', { kind: 'member' }],
  ['Full Member (waged)', { kind: 'member', rate: 'Full Member (waged)' }],
  ['Honorary', { kind: 'member', rate: 'Honorary' }],
  ['Lapsed', { kind: 'member', lapsed: true }],
  ['Ex-member', { kind: 'member', lapsed: true }],
  ['Supporter', { kind: 'supporter' }],
  ['MP', { kind: 'parliamentarian' }],
  ['Cllr', { kind: 'councillor' }],
  ['Journalist', { kind: 'press' }],
])('the kind “%s” is understood', (kind, expected) => {
  expect(person({ kind })).toEqual(expected)
})

test('a kind nobody knows is kept among the notes, and a postcode that is none is told', () => {
  expect(person({ name: 'Ann', kind: 'Gold star' })).toEqual({ name: 'Ann', notes: 'Kind of person: Gold star' })
  expect(noticesOf({ name: 'Ann', postcode: 'SW3' })).toEqual(['“SW3” is not a whole UK postcode. We left it out.'])
})
