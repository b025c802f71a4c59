import {
  addSampleWork,
  giveSampleFactors,
  giveSampleLists,
  giveSampleRequests,
  type persons,
} from '../../people/index.ts'
import type { Act } from '../../platform/act.ts'
import { giveSampleLetters } from '../../mailing/index.ts'
import { contextOf } from '../../platform/installation.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Services } from '../../platform/services.ts'
import type { Founded } from '../founding.ts'
import { arrange } from './arrangement.ts'
import { Calendar } from './calendar.ts'
import { actingAs, appointOfficers, makeCast } from './cast.ts'
import { readTexts, type SampleText } from './content.ts'
import { addComments, type Cast, type Made, write } from './entries.ts'
import { addOfficerPages } from './officerPages.ts'
import { bringOldWebsite } from './oldWebsite.ts'
import { type DrawnFile, drawPictures } from './pictures.ts'
import { addRegister } from './register.ts'

export interface SampleWish {
  readonly hosts?: readonly string[]
  readonly slug?: string
}

const SLUG = 'rivers'
const LOOK = { hue: 200, chroma: 0.09 }
const [CHAIR, EDITOR] = ['Nora Whitlock', 'grace-tolland']
const FOUNDED = '2022-12-01T20:00'

/**
 * Makes the sample group: invented people, four years of posts, pages, pictures, comments, a menu and settings. All of it
 * through the same acts as a real group's, in one transaction. Then the import of an older website, in one of its own.
 */
export async function loadSample(services: Services, { hosts = [], slug = SLUG }: SampleWish = {}): Promise<Founded> {
  if (services.groups.bySlug(slug)) {
    throw new Refusal(
      `There is already a group with the short name “${slug}”. Give another sample group a name of its own: --slug ${slug}-2.`,
    )
  }
  const drawn = await drawPictures()
  let chair: persons.Person | undefined
  const group = await services.groups.create({ name: 'Tamsel Rivers Forum', slug, hosts, ...LOOK }, async (act) => {
    chair = await fill(act, services, drawn)
  })
  await bringOldWebsite(services, group, drawn)
  await giveSampleLists(contextOf(services, group))
  await giveSampleLetters(contextOf(services, group))
  if (!chair) throw new Error('The sample group has no chair.')
  return { group, officer: chair }
}

/** Everything but the group itself. Gives its chair. */
async function fill(act: Act, { files, secret }: Services, drawn: readonly DrawnFile[]): Promise<persons.Person> {
  const texts = byDate(readTexts())
  const newest = texts.findLast(({ date }) => date)!.date!
  const calendar = new Calendar(newest, { now: act.at, zone: act.group.zone })
  const people = await appointOfficers(act, calendar)
  const [chair, secretary, editor] = [...people.values()].map(({ person }) => person.id) as [string, string, string]
  await giveSampleFactors(act, { begins: chair, has: secretary, lost: editor, secret })
  await giveSampleRequests(act, { chair, secretary })
  const actAs = actingAs(act, people)
  const founded = calendar.moment(FOUNDED)
  const named = await actAs('nora-whitlock', founded, (first) => makeCast(first, { files, drawn, people }))
  const cast: Cast = { calendar, actAs, ...named }
  const made: Made = new Map()
  for (const text of texts) await write(text, cast, made)
  await addComments(cast, made)
  await addOfficerPages(act, files, people)
  await addRegister(act, people)
  await actAs(EDITOR, calendar.moment(newest), (last) => arrange(last, cast, made))
  await actAs('nora-whitlock', act.at, (today) => addSampleWork(today, { chair, secretary, editor }))
  return people.get(CHAIR)!.person
}

/** A text may name only what was there before it; what has no date yet comes last. */
const byDate = (texts: readonly SampleText[]): readonly SampleText[] =>
  texts.toSorted((a, b) => (a.date ?? '9').localeCompare(b.date ?? '9', 'en'))
