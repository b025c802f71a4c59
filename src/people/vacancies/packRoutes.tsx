import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { afterChange } from '../../platform/flash.ts'
import { type Errors, readForm, type Typed } from '../../platform/forms.ts'
import { allow, Refusal } from '../../platform/refusal.ts'
import type { Role } from '../../platform/roles.ts'
import type { Slice, TodayItem } from '../../platform/slice.ts'
import { router, todayOf, uuid, type Web } from '../../platform/web.ts'
import { strong } from '../factors/strong.ts'
import * as offices from '../offices.ts'
import { comingDays } from './days.ts'
import { doneForm, itemForm, newItemForm } from './forms.ts'
import * as handovers from './handovers.ts'
import { PackPage } from './pages/PackPage.tsx'
import { maySeePack } from './rules.ts'
import * as vacancies from './vacancies.ts'

const PACK = `/office/officers/vacancies/:id{${uuid}}/pack` as const
const ITEM = `${PACK}/items/:item{${uuid}}` as const

/** The handover pack: on the screen while it is filled, then on paper. */
export const packRoutes = router()

packRoutes.get(PACK, (c) => show(c))

packRoutes.post(`${PACK}/items`, async (c) => {
  await allowPack(c)
  const form = await readForm(c, newItemForm)
  if (!form.ok) return show(c, form)
  return changed(c, 'The line is added.', (act) => handovers.add(act, c.req.param('id'), form.values))
})

packRoutes.post(ITEM, async (c) => {
  await allowPack(c)
  const form = await readForm(c, itemForm)
  const which = whichOf(c)
  if (!form.ok) return show(c, { ...form, edited: which.id })
  return changed(c, 'The line is changed.', (act) => handovers.change(act, which, form.values))
})

packRoutes.post(`${ITEM}/done`, async (c) => {
  await allowPack(c)
  const form = await readForm(c, doneForm)
  if (!form.ok) throw new Refusal('Say whether it is done.', 422)
  const done = form.values.done === 'yes'
  return changed(c, done ? 'Done.' : 'Not done yet.', (act) => handovers.setDone(act, whichOf(c), done))
})

packRoutes.post(`${ITEM}/removal`, async (c) => {
  await allowPack(c)
  return changed(c, 'The line is gone.', (act) => handovers.remove(act, whichOf(c)))
})

packRoutes.post(`${PACK}/signature`, async (c) => {
  await allowPack(c)
  return changed(c, 'You have signed off the handover.', (act) => handovers.signOff(act, c.req.param('id')))
})

interface Refused {
  readonly typed: Typed
  readonly errors: Errors
  /** The line whose change was refused; a new one when left out. */
  readonly edited?: string
}

const whichOf = (c: Web) => ({ vacancyId: c.req.param('id') ?? '', id: c.req.param('item') ?? '' })

async function allowPack(c: Web): Promise<void> {
  const { role } = await c.var.read((tx) => vacancies.find(tx, c.req.param('id') ?? ''))
  mustSee(c, role)
}

function mustSee(c: Web, role: Role): void {
  allow(maySeePack(c.var.actor, role), 'The pack is for the chair, the secretary and whoever holds the office.')
  strong(c)
}

async function changed(c: Web, sentence: string, work: Parameters<Web['var']['act']>[0]): Promise<Response> {
  const undo = await c.var.act(async (act) => {
    await work(act)
    return act.id
  })
  return afterChange(c, `/office/officers/vacancies/${c.req.param('id')}/pack`, { sentence, undo })
}

async function show(c: Web, refused?: Refused): Promise<Response> {
  const today = todayOf(c)
  const found = await c.var.read(async (tx) => {
    const vacancy = await vacancies.find(tx, c.req.param('id') ?? '')
    mustSee(c, vacancy.role)
    const lines = await handovers.items(tx, vacancy.id)
    const held = await offices.heldOn(tx, today)
    return {
      vacancy,
      items: lines,
      holders: held.filter(({ role }) => role === vacancy.role),
      waiting: await waitingFor(tx, { slices: c.var.slices, groupId: c.var.group.id, role: vacancy.role }),
      days: comingDays({ vacancy, items: lines, terms: [...held, ...(await offices.comingAfter(tx, today))], today }),
      minutes: await handovers.minutesOf(tx, vacancy.role),
    }
  })
  const { personId } = c.var.actor
  const edited = refused?.edited ?? (refused ? undefined : c.req.query('edit'))
  return c.html(
    <PackPage
      frame={c.var.officeFrame()}
      zone={c.var.group.zone}
      {...{ today, personId }}
      {...found}
      {...refused}
      edited={edited}
    />,
    refused ? 422 : 200,
  )
}

/**
 * What waits today for whoever holds an office, as every slice tells it: without what is somebody’s own, and without
 * vacancies, for how many would take one on is said in confidence.
 */
async function waitingFor(
  tx: Tx,
  { slices, groupId, role }: { slices: readonly Slice[]; groupId: number; role: Role },
): Promise<readonly TodayItem[]> {
  const holder: Actor = { kind: 'person', groupId, personId: null, roles: new Set([role]) }
  const found: TodayItem[] = []
  for (const { today } of slices) if (today) found.push(...(await today(tx, holder)))
  return found.filter(({ action }) => !action.href.startsWith('/office/officers/vacancies'))
}
