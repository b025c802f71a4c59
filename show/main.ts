import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { websiteWalk } from './02-website.ts'
import { completeWalk } from './03-website-complete.ts'
import { peopleWalk } from './04-people.ts'
import { mailingWalk } from './05-mailing.ts'
import { Miss, Walk } from './walk.ts'

/** Each issue's walk, by its number: `npm run show -- 02`. */
const walks: Readonly<Record<string, typeof websiteWalk>> = {
  '02': websiteWalk,
  '03': completeWalk,
  '04': peopleWalk,
  '05': mailingWalk,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Walk through this working folder, as it is, instead of a clone of what is committed. */
    here: { type: 'boolean', default: false },
    /** Run `npm test` as well, which takes minutes. */
    'with-tests': { type: 'boolean', default: false },
    /** Where the program listens. */
    port: { type: 'string', default: '4100' },
  },
})

process.exitCode = await main(positionals[0] ?? '')

async function main(number: string): Promise<number> {
  const walkThrough = walks[number]
  if (!walkThrough) {
    process.stderr.write(`Say which walk: npm run show -- 02. There is: ${Object.keys(walks).join(', ')}.\n`)
    return 1
  }
  const root = rootFolder()
  const walk = new Walk(root, number)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void walk.end().finally(() => process.exit(130)))
  try {
    await walkThrough(walk, { root, here: values.here, withTests: values['with-tests'], port: values.port })
    process.stdout.write(`\n${walk.summary}\n`)
    return 0
  } catch (error) {
    const said = error instanceof Miss ? `MISSED: ${error.message}` : `BROKE OFF: ${(error as Error).stack}`
    process.stdout.write(`   ${said}\n`)
    await walk.miss()
    return 1
  } finally {
    await walk.end()
  }
}

/** The repository this program was built in. */
function rootFolder(): string {
  const folder = dirname(import.meta.dirname)
  if (!existsSync(join(folder, 'package.json'))) throw new Error(`There is no project in ${folder}.`)
  return folder
}
