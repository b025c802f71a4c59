import { z } from 'zod'
import type { Act } from '../../platform/act.ts'
import { line } from '../../platform/fields.ts'
import { email } from '../forms.ts'
import { occupations } from '../kinds.ts'
import * as persons from '../persons.ts'
import { placeOf } from '../places/lists.ts'
import { findPlaces } from '../places/places.ts'
import type { Part } from '../visibility.ts'
import { lockOne } from './standing.ts'

const orNone = <T extends z.ZodType<string, string>>(schema: T) =>
  z
    .string()
    .trim()
    .transform((typed) => (typed === '' ? null : typed))
    .pipe(schema.nullable())
const civil = orNone(z.iso.date('Enter a day, like 2026-12-03.'))
const place = orNone(z.string().refine((code) => placeOf(code) !== null, 'Choose a place from the list.'))

export const postcode = orNone(
  z.string().superRefine((typed, found) => {
    const { postcode: read, note } = findPlaces(typed)
    if (!read) found.addIssue({ code: 'custom', message: note ?? 'Enter a full UK postcode, like SY1 1AA.' })
  }),
)
export const name = line(300, 'the name').min(1, 'Enter a name.')

/** What can be changed where it stands, with what it must look like. */
export const factForms = {
  name,
  sortName: line(300, 'the name in lists').min(1, 'Enter the name as it stands in lists, such as Price, Ann.'),
  email: orNone(email),
  phone: orNone(line(40, 'the telephone number')),
  address: orNone(line(500, 'the address')),
  postcode,
  constituency: place,
  council: place,
  occupation: orNone(z.enum(occupations, 'Choose an occupation.')),
  joinedOn: civil,
  renewsOn: civil,
} as const satisfies Partial<Record<keyof persons.Facts, z.ZodType>>
export type Fact = keyof typeof factForms
export const facts = Object.keys(factForms) as readonly Fact[]

export const factNames: Readonly<Record<Fact, string>> = {
  name: 'Name',
  sortName: 'In lists as',
  email: 'Email',
  phone: 'Telephone',
  address: 'Address',
  postcode: 'Postcode',
  constituency: 'Constituency',
  council: 'Council area',
  occupation: 'Occupation',
  joinedOn: 'Joined on',
  renewsOn: 'Renews on',
}

export const factParts: Readonly<Record<Fact, Part>> = {
  name: 'name',
  sortName: 'name',
  email: 'contact',
  phone: 'contact',
  address: 'contact',
  postcode: 'place',
  constituency: 'place',
  council: 'place',
  occupation: 'work',
  joinedOn: 'membership',
  renewsOn: 'membership',
}

/** Changes one fact, and says so. A postcode brings its places along. */
export async function changeFact(
  act: Act,
  id: string,
  { fact, value }: { fact: Fact; value: string | null },
): Promise<string> {
  const person = await lockOne(act, id)
  if (fact === 'postcode') return changePostcode(act, person, value)
  const region = (fact === 'council' || fact === 'constituency') && value ? placeOf(value)?.region.code : undefined
  await persons.change(act, id, { ...valueOf(fact, value), ...(region && { region }) })
  return `${factNames[fact]} of ${fact === 'name' ? value : person.name} is changed.`
}

const valueOf = (fact: Fact, value: string | null): Partial<persons.Facts> => ({ [fact]: value })

async function changePostcode(act: Act, { id, name: who }: { id: string; name: string }, typed: string | null) {
  const { facts: found, unsure } = placesOf(typed)
  await persons.change(act, id, found)
  return `The postcode of ${who} is changed.${unsure ? ` ${unsure}` : ''}`
}

/** The places of a postcode as facts. Where more than one fits the likeliest is taken, and `unsure` says that it may be another. */
export function placesOf(typed: string | null): { facts: Partial<persons.Facts>; unsure: string | null } {
  if (!typed) return { facts: { postcode: null, constituency: null, council: null, region: null }, unsure: null }
  const found = findPlaces(typed)
  const [constituency, council] = [found.constituencies[0], found.councils[0]]
  const several = found.constituencies.length > 1 || found.councils.length > 1
  return {
    facts: {
      postcode: found.postcode,
      constituency: constituency?.code ?? null,
      council: council?.code ?? null,
      region: (council ?? constituency)?.region.code ?? null,
    },
    unsure: several ? 'More than one council or constituency fits: look whether the likeliest is right.' : found.note,
  }
}
