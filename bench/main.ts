import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot } from '../src/platform/root.ts'
import { beChild, endChildren } from './children.ts'
import { archives } from './measures/archives.ts'
import { cachedPage } from './measures/cachedPage.ts'
import { comments } from './measures/comments.ts'
import { herd } from './measures/herd.ts'
import { homeWeight } from './measures/homeWeight.ts'
import { importing } from './measures/importing.ts'
import { importingPeople } from './measures/importingPeople.ts'
import { letters } from './measures/letters.ts'
import { register } from './measures/register.ts'
import { starts } from './measures/starts.ts'
import { thousandGroups } from './measures/thousandGroups.ts'
import { uncachedPages } from './measures/uncachedPages.ts'
import { fillGroup, openPlace, type Place } from './place.ts'
import { type Plan, quick, whole } from './plan.ts'
import { probe } from './rounds.ts'
import { type Figure, tableOf } from './table.ts'

type Measure = (place: Place, plan: Plan) => Promise<Figure[]>
const measures: Readonly<Record<string, Measure>> = {
  starts,
  cachedPage,
  uncachedPages,
  homeWeight,
  importing,
  comments,
  importingPeople,
  register,
  thousandGroups,
  archives,
  letters,
  herd,
}

/** These bring what they measure along, in an installation of their own. */
const IN_THEIR_OWN = new Set(['letters', 'herd'])

const { values } = parseArgs({
  options: {
    /** Fewer rounds and smaller groups. */
    quick: { type: 'boolean', default: false },
    /** Only this one; may be given more than once. */
    only: { type: 'string', multiple: true, default: Object.keys(measures) },
    child: { type: 'string' },
  },
})

if (values.child) beChild(values.child)
else await measureAll(values.quick ? quick : whole)

/** Never fails for being slow: a target that was missed is marked so in the table. */
async function measureAll(plan: Plan): Promise<void> {
  if (process.platform !== 'linux')
    return say('Processor time and memory are read from /proc, so this runs on Linux only.')
  if (plan === quick) say('Quick: fewer rounds and smaller groups than the targets speak of.')
  const place = await openPlace(projectRoot)
  const leave = async (): Promise<void> => {
    endChildren()
    await place.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void leave().then(() => process.exit(130)))
  try {
    if (values.only.some((name) => !IN_THEIR_OWN.has(name))) await furnish(place, plan)
    const figures: Figure[] = []
    for (const name of values.only) {
      const measure = measures[name]
      if (!measure) throw new Error(`There is no measurement “${name}”: ${Object.keys(measures).join(', ')}.`)
      say(`Measuring: ${name} (probe ${probe().toFixed(0)} ms) …`)
      const found = await measure(place, plan)
      for (const { name: what, raw } of found) if (raw) say(`  ${what}: ${JSON.stringify(raw, shortly)}`)
      figures.push(...found)
    }
    keep(figures, plan)
    say(`\n${tableOf(figures)}`)
  } finally {
    await leave()
  }
}

async function furnish(place: Place, plan: Plan): Promise<void> {
  await fillGroup(place, { slug: 'fifty', posts: 50, comments: 2 })
  await fillGroup(place, { slug: 'many', posts: plan.manyPosts, comments: 1 })
  await place.command('demo')
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function keep(figures: readonly Figure[], plan: Plan): void {
  const folder = join(projectRoot, 'bench', 'out')
  mkdirSync(folder, { recursive: true })
  const kept = { at: new Date().toISOString(), node: process.version, plan, figures }
  writeFileSync(join(folder, 'latest.json'), `${JSON.stringify(kept, null, 2)}\n`)
}

/** Numbers with four digits behind the point are enough for people; the file has all. */
function shortly(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toFixed(4)) : value
}
