import type { Act } from '../platform/act.ts'
import { civilDay, dayOf } from '../platform/time.ts'
import * as offices from './offices.ts'
import * as members from './parts/partMembers.ts'
import * as parts from './parts/parts.ts'
import * as handovers from './vacancies/handovers.ts'
import * as interests from './vacancies/interests.ts'
import * as vacancies from './vacancies/vacancies.ts'

interface Officers {
  readonly chair: string
  readonly secretary: string
  readonly editor: string
}

const NOTICE = `The secretary calls our meetings, keeps the minutes and answers the post: about six hours a month, most of them in the week before a meeting.

You need patience, plain words and a key to the boat shop. Ibrahim stays for two months to show how it is done. Ask him over soup.`

const DONE = ['Keys and alarm of the meeting room', 'Files and papers']
const PLACES: Readonly<Record<string, string>> = {
  'Keys and alarm of the meeting room': 'Handed over by hand; the spare is in the tin behind the boat shop’s counter',
  'Files and papers': 'Two boxes in the boat shop, labelled Minutes and Letters',
  'Bank mandate: change of names': 'Form is with the bank in Hexley since October',
}

/** Groups, minutes and an office that is about to change hands, so that their pages can be seen alive. */
export async function addSampleWork(act: Act, { chair, secretary, editor }: Officers): Promise<void> {
  const asSecretary: Act = { ...act, by: { ...act.by, personId: secretary } }
  for (const held of await offices.heldOn(act.tx, dayOf(act)))
    await offices.noteMinute(asSecretary, held.id, minuteOf(held.role))
  await addParts(act, { chair, secretary, editor })
  const vacancy = await vacancies.openFor(act, { role: 'secretary', notice: NOTICE, sayBy: inDays(act, 30) })
  await fillPack(asSecretary, vacancy)
  const byEditor: Act = { ...act, by: { ...act.by, personId: editor, roles: new Set(['editor']) } }
  const words = 'From spring on I could. I would like to see one meeting called before I say so for good.'
  await interests.say(byEditor, vacancy, { words, hideFromHolder: false })
}

const minuteOf = (role: string): string =>
  role === 'editor' ? 'Winter meeting 6 January 2024, item 5' : 'First meeting 1 December 2022, item 2'

async function addParts(act: Act, { chair, secretary, editor }: Officers): Promise<void> {
  const local = await parts.add(act, {
    kind: 'local',
    name: 'Upper Quill',
    about: 'Takes the samples from the three bridges above Hexley, on the first Saturday of the month.',
  })
  const policy = await parts.add(act, {
    kind: 'policy',
    name: 'Storm overflows',
    about: 'Drafts what we ask of the water company and the regulator.',
  })
  for (const personId of [secretary, editor]) await members.join(act, { partId: local!, personId })
  for (const personId of [chair, secretary]) await members.join(act, { partId: policy!, personId })
  const [line] = (await members.inPart(act.tx, { partId: local!, page: 1 })).filter((one) => one.personId === editor)
  await members.setCoordinating(act, { partId: local!, id: line!.id, coordinates: true })
}

async function fillPack(act: Act, vacancyId: string): Promise<void> {
  for (const { id, what } of await handovers.items(act.tx, vacancyId)) {
    const place = PLACES[what]
    if (place) await handovers.change(act, { vacancyId, id }, { what, place, dueOn: null })
    if (DONE.includes(what)) await handovers.setDone(act, { vacancyId, id }, true)
  }
  await handovers.add(act, vacancyId, {
    kind: 'promise',
    what: 'Send the parish councils our figures of the year',
    place: 'To all five, by letter of 3 September',
    dueOn: inDays(act, 55),
  })
}

const inDays = ({ at, group }: Act, days: number): string =>
  civilDay(new Date(at.getTime() + days * 86_400_000), group.zone)
