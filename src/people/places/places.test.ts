import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../../platform/root.ts'
import { ATTRIBUTIONS } from './attributions.ts'
import { constituencies, councils, councilsOf, nameOf, placeOf, regions } from './lists.ts'
import { findPlaces } from './places.ts'
import { reference } from './reference.ts'

const names = (places: readonly { readonly name: string }[]) => places.map(({ name }) => name)
function rows(file: string, columns: readonly string[]): string[][] {
  const all: readonly Record<string, string>[] = parse(readFileSync(file), { columns: true })
  return all.map((row) => columns.map((name) => row[name]!)).filter(([, district]) => district)
}
const found = (postcode: string) => {
  const { state, constituencies: seats, councils: authorities } = findPlaces(postcode)
  return [state, names(seats).join(), names(authorities).join()]
}

test.each([
  ['SW1A 1AA', 'Cities of London and Westminster', 'Westminster'],
  ['BD8 7DY', 'Bradford West', 'Bradford'],
  ['NW1 6LG', 'Cities of London and Westminster', 'Westminster'],
  ['SY1 1AA', 'Shrewsbury', 'Shropshire'],
  ['HG1 1AA', 'Harrogate and Knaresborough', 'North Yorkshire'],
  ['TR21 0JS', 'St Ives', 'Isles of Scilly'],
  ['AB10 1ST', 'Aberdeen South', 'Aberdeen City'],
])('somebody at %s has one constituency and one council', (postcode, seat, council) => {
  expect(found(postcode)).toEqual(['found', seat, council])
})

test('a slip in the writing finds the same places', () => {
  expect(findPlaces('swia iaa')).toEqual(findPlaces('SW1A 1AA'))
})

test('who lives in a district of a county has the county for a council, as it answers for social care', () => {
  const [council] = findPlaces('CB1 1AA').councils

  expect(council).toEqual({
    code: 'E10000003',
    name: 'Cambridgeshire',
    region: { code: 'E12000006', name: 'East of England' },
    nation: 'England',
  })
})

test('a council that changed its code since the data were made has the code of today', () => {
  expect(findPlaces('S1 2HH').councils[0]).toMatchObject({ code: 'E08000039', name: 'Sheffield' })
  expect(findPlaces('S70 1AA').councils[0]).toMatchObject({ code: 'E08000038', name: 'Barnsley' })
})

test('somebody near a border is offered both councils, the likelier first', () => {
  expect(found('LL20 7SG')).toEqual(['found', 'Clwyd East', 'Wrexham,Denbighshire'])
})

test('a council that the constituency does not reach is not offered', () => {
  const all = reference()
  const people = (seat: string) => all.peopleByDistrict[all.constituencies.findIndex(({ name }) => name === seat)]!

  // BL2 5 has postcodes of Bolton and of Bury.
  const [seat] = findPlaces('BL2 5AA').constituencies
  expect(people(seat!.name).size).toBe(1)
  expect(findPlaces('BL2 5AA').councils).toHaveLength(1)
})

test('a new postcode in a sector we know gets the places of its neighbours', () => {
  expect(found('SY1 1ZZ')).toEqual(['found', 'Shrewsbury', 'Shropshire'])
})

test('a postcode in a sector that does not exist is not known, and the sentence says what to do', () => {
  expect(findPlaces('SY98 1AA')).toEqual({
    state: 'unknown',
    postcode: 'SY98 1AA',
    constituencies: [],
    councils: [],
    note: 'We do not know this postcode. Check it, or choose the constituency and the council from the lists.',
  })
  expect(findPlaces('AA1 1AA').state).toBe('unknown')
})

test('what is no postcode is said to be none', () => {
  expect(findPlaces('somewhere')).toMatchObject({ state: 'unknown', postcode: null, note: /Enter one like SY1 1AA/ })
  expect(findPlaces('').state).toBe('unknown')
})

test.each([
  ['JE2 3AB', /^Jersey/],
  ['GY1 1AA', /^Guernsey/],
  ['IM1 1AA', /^The Isle of Man/],
  ['BF1 2AU', /BFPO.*registered to vote/],
  ['BFPO 801', /BFPO/],
  ['b.f.p.o. 12', /BFPO/],
  ['SR43 4EQ', /PO box/],
])('who writes from %s is told why there is no constituency', (postcode, why) => {
  expect(findPlaces(postcode)).toMatchObject({ state: 'unknown', constituencies: [], councils: [] })
  expect(findPlaces(postcode).note).toMatch(why)
})

test('a postcode without a place of its own, in a sector that has one, is offered the sector’s', () => {
  expect(found('AB55 9AA')[0]).toBe('unknown')
  expect(found('CO15 1QX')).toEqual(['found', 'Clacton', 'Essex'])
})

test('somebody in Northern Ireland chooses by hand, and is told that trusts do social care', () => {
  const { state, constituencies: seats, councils: districts, note } = findPlaces('bt1 5gs')

  expect([state, seats.length, districts.length]).toEqual(['northern_ireland', 18, 11])
  expect(names(seats)).toContain('Belfast South and Mid Down')
  expect(note).toMatch(/choose.*trusts/)
})

describe('the lists to choose from', () => {
  test('have every constituency, council and region of the country, in alphabetical order', () => {
    expect([constituencies().length, councils().length, regions().length]).toEqual([650, 218, 12])
    expect(names(constituencies()).slice(0, 3)).toEqual(['Aberafan Maesteg', 'Aberdeen North', 'Aberdeen South'])
    expect(names(regions())).toContain('London')
  })

  test('have a region and a nation for each place, and the nation is the region’s', () => {
    const nations = Map.groupBy(constituencies(), ({ nation }) => nation)
    const counts = Object.fromEntries([...nations].map(([nation, places]) => [nation, places.length]))
    const astray = [...constituencies(), ...councils()].filter(
      ({ code, region, nation }) => region.code[0] !== code[0] || (nation !== 'England' && region.name !== nation),
    )

    expect(counts).toEqual({ England: 543, Scotland: 57, Wales: 32, 'Northern Ireland': 18 })
    expect(astray).toEqual([])
  })

  test('give the name for a code, and nothing for a code of old', () => {
    expect(nameOf('E14001120')).toBe('Bradford West')
    expect(nameOf('E10000003')).toBe('Cambridgeshire')
    expect(nameOf('E12000007')).toBe('London')
    expect(['E14000530', 'E10000006', 'E08000019', 'E07000008', 'x', ''].map(placeOf)).toEqual(Array(6).fill(null))
  })

  test('know which councils a constituency reaches, most people first', () => {
    const overlap = councilsOf('S14000064').map(({ council, share }) => [council.name, share.toFixed(2)])

    expect(overlap).toEqual([
      ['Clackmannanshire', '0.50'],
      ['Falkirk', '0.50'],
    ])
    expect(councilsOf('E14000530')).toEqual([])
    for (const { code } of constituencies())
      expect(councilsOf(code).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
  })
})

test('mySociety and Ordnance Survey are named, with their licences', () => {
  const said = ATTRIBUTIONS.map(({ sentence, licence }) => `${sentence} ${licence.name}`).join(' ')
  const provenance = readFileSync(join(projectRoot, 'reference/PROVENANCE.md'), 'utf8').replaceAll(/\s*\n>?\s*/g, ' ')

  expect(said).toMatch(/mySociety.*CC BY 4\.0.*Crown copyright.*Open Government Licence v3\.0/)
  for (const { sentence } of ATTRIBUTIONS) expect(provenance).toContain(sentence)
})

describe('the sample of real postcodes', () => {
  const ours = join(projectRoot, 'reference/sample-postcodes.csv')
  const all = join(projectRoot, '../shared/data/postcodes/sample_postcodes_gb_with_constituency2024.csv')
  const samples: [string, string[][]][] = [['ours', rows(ours, ['postcode', 'district', 'constituency'])]]
  if (existsSync(all)) samples.push(['all of it', rows(all, ['postcode', 'district_code', 'pcon2024_gss'])])
  const file = JSON.parse(readFileSync(join(projectRoot, 'reference/places.json'), 'utf8')) as {
    districts: [string, number][]
    councils: [string][]
  }
  const councilOf = new Map(file.districts.map(([code, council]) => [code, file.councils[council]![0]]))

  test.each(samples)('finds every constituency, and offers the council of at least 999 in 1,000: %s', (_, sample) => {
    const results = sample.map(([postcode, district, seat]) => ({ ...findPlaces(postcode!), district, seat }))
    const wrongSeats = results.filter(({ constituencies: [first], seat }) => first?.code !== seat)
    const missed = results.filter(
      (result) => !result.councils.some(({ code }) => code === councilOf.get(result.district!)),
    )
    const alone = results.filter((result) => result.constituencies.length === 1 && result.councils.length === 1)

    expect(sample.length).toBeGreaterThanOrEqual(60)
    expect(wrongSeats).toEqual([])
    expect(missed.length / sample.length).toBeLessThanOrEqual(0.001)
    expect(alone.length / sample.length).toBeGreaterThan(0.9)
  })

  test.each(samples)('puts the right council first for at least 98 in 100: %s', (_, sample) => {
    const right = sample.filter(
      ([postcode, district]) => findPlaces(postcode!).councils[0]?.code === councilOf.get(district!),
    )

    expect(right.length / sample.length).toBeGreaterThan(0.98)
  })
})
