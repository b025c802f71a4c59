import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Refusal } from '../../../platform/refusal.ts'
import { rowsIn } from './factories.ts'
import { readTable } from './reading.ts'

/** Invented members in every encoding and disorder, and known hard cases; when they lie beside the repository. */
const FOLDER = join(import.meta.dirname, '../../../../../shared/data/messy-members')
const SPECTRUM = join(FOLDER, 'csv-spectrum')
const namesIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => /\.(csv|txt|tsv|xlsx)$/.test(name)) : []
const json = (place: string): unknown => JSON.parse(readFileSync(place, 'utf8'))

/** Their expected figures name another telephone number than their file has. */
const CONTRADICTORY = 'location_coordinates.csv'

test('known hard cases read as their authors expect', async () => {
  for (const name of namesIn(SPECTRUM)) {
    const table = await readTable(join(SPECTRUM, name))
    const rows = await rowsIn(table)
    const people = rows.map(({ cells }) => Object.fromEntries(table.headings.map((heading, i) => [heading, cells[i]])))
    if (name === CONTRADICTORY) expect(people[0]).toMatchObject({ Cities: 'Modesto', 'Location Coordinates': /N 121/ })
    else expect(people, name).toEqual(json(join(SPECTRUM, 'expected-json', name.replace('.csv', '.json'))))
  }
})

test('every messy list is read cell by cell, or refused in a sentence', async () => {
  const names = namesIn(FOLDER)
  if (!names.length) return
  const people = (json(join(FOLDER, 'members-cells.json')) as Record<string, string>[]).map((person) =>
    Object.values(person),
  )
  for (const name of names) {
    const outcome = await readTable(join(FOLDER, name)).then(rowsIn, (error: unknown) => error)
    if (/empty|header-only/.test(name)) {
      expect(outcome, name).toBeInstanceOf(Refusal)
      continue
    }
    const rows = outcome as Awaited<ReturnType<typeof rowsIn>>
    expect(rows.length, name).toBeGreaterThan(8)
    for (const [i, { cells, oddity }] of rows.entries()) {
      if (!oddity && cells.length === 12)
        expect(cells, `${name}, row ${i}`).toEqual(expectedIn(name, people[i]!, cells))
    }
  }
})

/** What a character set could not write is a question mark; a row that broke off is empty at its end. */
function expectedIn(name: string, person: readonly string[], cells: readonly string[]): readonly string[] {
  if (/1252|mac/.test(name)) return person.map((cell, i) => (cells[i]!.includes('?') ? cells[i]! : cell))
  if (/ragged/.test(name)) return person.map((cell, i) => (cells.slice(i).every((rest) => rest === '') ? '' : cell))
  return person
}
