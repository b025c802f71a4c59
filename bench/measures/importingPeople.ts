import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Place, Ran } from '../place.ts'
import type { Plan } from '../plan.ts'
import { processorTime } from '../processes.ts'
import type { Figure } from '../table.ts'

interface Report {
  readonly id: string
  readonly rows: number
  readonly new: number
}

/**
 * A long list of people by the command, from its start to its end: read, understood, placed by postcode, compared with a register
 * that has a tenth of them, checked for those who come twice, and brought in with the bases it is held by; then undone.
 */
export async function importingPeople(place: Place, { importedPeople: people }: Plan): Promise<Figure[]> {
  await place.command('group', 'create', '--name', 'Long', '--slug', 'long', '--officer', 'host@example.org')
  const [tenth, full] = [join(place.folder, 'tenth.csv'), join(place.folder, 'full.csv')]
  await writeList(tenth, people / 10)
  await writeList(full, people)
  const small = await place.command('import', 'members', tenth, '--group', 'long', '--json')
  const one = await measured(place, () => place.command('import', 'members', full, '--group', 'long', '--json'))
  const report = JSON.parse(one.ran.stdout) as Report
  if (report.rows !== people || report.new !== people - people / 10)
    throw new Error(`Not all came in: ${one.ran.stdout.slice(0, 300)}`)
  const back = await measured(place, () => place.command('import', 'undo', report.id, '--group', 'long'))
  return [
    {
      name: `Import of ${people} people, a tenth known already`,
      value: people / one.ran.seconds,
      unit: 'rows/s',
      target: 10_000,
      least: true,
      note: `${one.ran.seconds.toFixed(1)} s in all; ${one.database.toFixed(1)} s CPU of the database`,
      raw: { tenth: small.seconds, full: one.ran.seconds },
    },
    {
      name: 'Import of people: peak memory of the command',
      value: one.ran.peak / 1024 / 1024,
      unit: 'MB',
      note: `${(small.peak / 1024 / 1024).toFixed(0)} MB with a tenth of the rows`,
    },
    {
      name: `Undo of that import`,
      value: people / back.ran.seconds,
      unit: 'rows/s',
      note: `${back.ran.seconds.toFixed(1)} s; ${back.database.toFixed(1)} s CPU of the database`,
    },
  ]
}

async function measured(place: Place, work: () => Promise<Ran>): Promise<{ ran: Ran; database: number }> {
  const before = processorTime(place.pids())
  const ran = await work()
  return { ran, database: (processorTime(place.pids()) - before) / 1000 }
}

const HEADINGS = 'First name,Surname,Email,Telephone,Address,Post code,Type,Joined,Interests\n'
const FIRST = ['Ann', 'Bill', 'Carys', 'David', 'Eilidh', 'Farah', 'Gwen', 'Hamish', 'Siân', 'Jo']
const LAST = [
  'Ahmed',
  'Barlow',
  'Bevan',
  'Ellis',
  'Hughes',
  'Khan',
  'Lewis',
  'Marsh',
  'Morgan',
  'Okafor',
  'Price',
  'Quinn',
]
const POSTCODES = ['SY1 1AA', 'SW1A 1AA', 'BD8 7DY', 'HG1 1AA', 'CB1 1AA', 'AB10 1ST', 'LL20 7SG']

const writeList = (file: string, people: number): Promise<void> =>
  pipeline(Readable.from(lines(people)), createWriteStream(file))

function* lines(people: number): Generator<string> {
  yield HEADINGS
  for (let i = 0; i < people; i++) {
    const [first, last] = [FIRST[i % FIRST.length]!, LAST[Math.floor(i / 10) % LAST.length]!]
    yield `${first},${last}-${i},person.${i}@example.org,07700 ${String(900_000 + (i % 1000))},"${1 + (i % 99)} High Street",${POSTCODES[i % POSTCODES.length]},${i % 5 ? 'Member' : 'Supporter'},${1 + (i % 28)}/${1 + (i % 12)}/${2015 + (i % 10)},${i % 3 ? '' : 'Rivers'}\n`
  }
}
