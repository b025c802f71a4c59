import { expect, test } from 'vitest'
import { guessColumns, signatureOf } from './guess.ts'
import { ColumnLooks } from './looks.ts'

function guessed(headings: readonly string[], ...rows: readonly (readonly string[])[]) {
  const looks = new ColumnLooks(headings)
  looks.add(rows.map((cells, i) => ({ number: i + 2, cells })))
  return guessColumns(looks.found)
}
const fieldsOf = (...of: Parameters<typeof guessed>) => guessed(...of).map(({ field }) => field)

test('the headings of an ordinary list of members are understood', () => {
  expect(
    fieldsOf(
      'Membership No;First Name;Surname;E-mail;Tel.;Address;Post Code;Type of membership;Date joined;Sub paid;OK to email?'.split(
        ';',
      ),
      '0002;Ann;Price;ann@example.org;07700 900463;1 High St;SY1 1AA;Full;12/07/2015;£12;Y'.split(';'),
    ),
  ).toEqual([
    'their_id',
    'first_name',
    'last_name',
    'email',
    'phone',
    'address',
    'postcode',
    'kind',
    'joined_on',
    null,
    'newsletter',
  ])
})

test.each([
  ['Email Address', 'email'],
  ['e-mail (home)', 'email'],
  ['EMAIL*', 'email'],
  ['firstName', 'first_name'],
  ['Tel (mobile)', 'phone'],
  ['Parliamentary constituency', 'constituency'],
  ['Local Authority', 'council'],
  ['Trade union', 'union'],
  ['Place of work', 'employer'],
  ['Consent to newsletter (date)', 'newsletter'],
  ['Any other comments', 'notes'],
  ['Favourite colour', null],
])('a column called “%s” is %s', (heading, field) => {
  expect(fieldsOf([heading])).toEqual([field])
})

test('values speak where headings do not', () => {
  const rows = [
    ['Ann Price', 'ann@example.org', 'SY1 1AA', '07700 900463'],
    ['Bob Lee', 'bob@example.org', 'sy11aa', '020 7946 0384'],
  ]
  expect(fieldsOf(['Column A', 'Column B', 'Column C', 'Column D'], ...rows)).toEqual([
    'name',
    'email',
    'postcode',
    'phone',
  ])
})

test('a heading is not believed against its values', () => {
  expect(fieldsOf(['Name', 'Contact'], ['ann@example.org', 'Ann Price'], ['bob@example.org', 'Bob Lee'])).toEqual([
    'email',
    'name',
  ])
  expect(fieldsOf(['Who', 'Email', 'Email?'], ['Ann Price', 'ann@example.org', 'Y'])).toEqual([
    'name',
    'email',
    'newsletter',
  ])
})

test('addresses may have several columns, an email address one', () => {
  expect(fieldsOf(['Name', 'Address 1', 'Address 2', 'Town', 'Email', 'Email 2'])).toEqual([
    'name',
    'address',
    'address',
    'address',
    'email',
    null,
  ])
})

test('of a whole name and its parts, the list has one or the other', () => {
  expect(fieldsOf(['First name', 'Last name', 'Display name'])).toEqual(['first_name', 'last_name', null])
})

test('three different values of a column are shown, and how sure the guess is', () => {
  const [town] = guessed(['Town'], ['Leek'], [''], ['Leek'], ['Stone'], ['Stafford'], ['Stoke'])

  expect(town).toMatchObject({ samples: ['Leek', 'Stone', 'Stafford'], field: 'address' })
  expect(town!.sure).toBeGreaterThan(0.5)
})

test('a list is known again by its headings, in whatever order and writing', () => {
  expect(signatureOf(['E-mail', 'Name'])).toBe(signatureOf(['NAME', 'e mail']))
  expect(signatureOf(['E-mail', 'Name'])).not.toBe(signatureOf(['E-mail', 'Name', 'Town']))
})
