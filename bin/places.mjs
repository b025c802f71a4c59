// Makes reference/ (postcodes to places) from open data: node bin/places.mjs [folder of the data]. See reference/PROVENANCE.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { handWrittenCouncils } from './places/councils.mjs'
import { packRanges, readRanges } from './places/ranges.mjs'
import { asLines, asSectors } from './places/text.mjs'

const root = join(import.meta.dirname, '..')
const from = process.argv[2] ?? join(root, '../shared/data')
const [csv, json] = [
  (name) => parse(readFileSync(join(from, name)), { columns: true, bom: true }),
  (name) => JSON.parse(readFileSync(join(from, name), 'utf8')),
]
const write = (name, content) => {
  writeFileSync(join(root, 'reference', name), content)
  console.log(`${String(content.length).padStart(7)} ${name}`)
}

/** The Department for Education's regions divide London; the statistical regions do not. */
const INNER_AND_OUTER = new Set(['E13000001', 'E13000002'])
const LONDON = ['E12000007', 'London']

/** Parts that have no regions stand in the list with the code of the nation. */
const NATIONS = [
  ['S92000003', 'Scotland'],
  ['W92000004', 'Wales'],
  ['N92000002', 'Northern Ireland'],
]

const upperTier = csv('local-authorities/english_upper_tier_las.csv')
const lowerToUpper = csv('local-authorities/ltla_to_utla_apr2023_england_wales.csv')
const seats = Object.entries(json('parliamentarians/mysociety-pcon_2024_lookup.json'))
const overlaps = csv('parliamentarians/mysociety-pcon2024-to-lad2023-overlap.csv')
const sample = csv('postcodes/sample_postcodes_gb_with_constituency2024.csv')

const regions = listRegions()
const councils = listCouncils()
const districts = listDistricts()
const indexOf = (list) => new Map(list.map(([code], i) => [code, i]))
const districtAt = indexOf(districts)
const constituencies = listConstituencies()
const constituencyAt = indexOf(constituencies)
const codeOfSeat = new Map(seats.map(([id, { parlcon_2024_gss_code: code }]) => [id, code]))
const ranges = readRanges(json('parliamentarians/mysociety-postcode-to-pcon2024.json'), (seat) =>
  constituencyAt.get(codeOfSeat.get(seat)),
)

checkOnSample()
write('places.json', asLines({ regions, councils, districts, constituencies, overlaps: listOverlaps() }))
write('sectors.txt', asSectors(csv('postcodes/postcode_sector_to_district_gb.csv'), districtAt))
write('postcode-ranges.bin', packRanges(ranges))
write('sample-postcodes.csv', smallSample())

function listRegions() {
  const english = new Map(upperTier.map(regionOf))
  return [...[...english].toSorted(([a], [b]) => (a < b ? -1 : 1)), ...NATIONS]
}

function regionOf({ region_code: code, region_name: name }) {
  return INNER_AND_OUTER.has(code) ? LONDON : [code, name]
}

/** Those that answer for social care today: counties and unitary authorities, council areas, and Northern Ireland's districts. */
function listCouncils() {
  const regionAt = new Map(regions.map(([code], i) => [code, i]))
  const names = new Map(lowerToUpper.map((row) => [row.UTLA23CD, row.UTLA23NM]))
  const english = upperTier
    .filter((row) => row.current_2025 === 'yes')
    .map((row) => [row.gss_code, names.get(row.gss_code) ?? row.name, regionAt.get(regionOf(row)[0])])
  const welsh = [...names]
    .filter(([code]) => code.startsWith('W'))
    .map(([code, name]) => [code, name, regionAt.get('W92000004')])
  const others = handWrittenCouncils.map(([code, name]) => [
    code,
    name,
    regionAt.get(`${code[0]}9200000${code[0] === 'S' ? 3 : 2}`),
  ])
  return [...english, ...welsh, ...others].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/** Each district as Code-Point has it (April 2023), with the place in `councils` of the council it belongs to today. */
function listDistricts() {
  const at = new Map(councils.map(([code], i) => [code, i]))
  const successor = new Map(
    upperTier.filter((row) => row.successor_gss).map((row) => [row.gss_code, row.successor_gss]),
  )
  const upper = new Map(lowerToUpper.map((row) => [row.LTLA23CD, row.UTLA23CD]))
  return [...new Set(overlaps.map((row) => row.LAD23))]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((code) => {
      const county = upper.get(code) ?? code
      const council = at.get(successor.get(county) ?? county)
      if (council === undefined) throw new Error(`No council for the district ${code}.`)
      return [code, council]
    })
}

/** A constituency lies in one region: that of the district where most of its people live. */
function listConstituencies() {
  const largest = new Map()
  for (const { PARL25: seat, LAD23: district, overlap_pop: people } of overlaps)
    if (Number(people) > (largest.get(seat)?.people ?? -1)) largest.set(seat, { district, people: Number(people) })
  return seats
    .map(([seat, { parlcon_2024_gss_code: code, parlcon_2024_name: name }]) => {
      const council = districts[districtAt.get(largest.get(seat).district)][1]
      return [code, name, councils[council][2]]
    })
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/** [constituency, district, people of the constituency who live in that district] */
function listOverlaps() {
  return overlaps
    .map((row) => [
      constituencyAt.get(codeOfSeat.get(row.PARL25)),
      districtAt.get(row.LAD23),
      Math.round(row.overlap_pop),
    ])
    .toSorted(([a, b], [c, d]) => a - c || b - d)
}

function checkOnSample() {
  for (const row of sample) {
    const key = Number.parseInt(row.postcode.replace(' ', ''), 36)
    const at = ranges.findLastIndex(([start]) => start <= key)
    const found = constituencies[ranges[at][1] - 1]?.[0] ?? ''
    if (found !== row.pcon2024_gss) throw new Error(`${row.postcode}: ${found}, not ${row.pcon2024_gss}.`)
  }
}

/** Every ninetieth row, and some of which the sector crosses a border. */
function smallSample() {
  const rows = sample.filter(
    (row, i) => row.district_code && (i % 90 === 0 || ['LL20 7SG', 'NE15 9ED'].includes(row.postcode)),
  )
  const lines = rows.map((row) => [row.postcode, row.district_code, row.pcon2024_gss].join())
  return ['postcode,district,constituency', ...lines, ''].join('\n')
}
