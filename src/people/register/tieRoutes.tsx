import type { Tx } from '../../platform/database.ts'
import { readForm } from '../../platform/forms.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import * as belonging from '../parts/belonging.ts'
import { join } from '../parts/partMembers.ts'
import { allowKeeping, HOME } from './asking.ts'
import { change } from './changing.ts'
import { desksOf } from './desks.ts'
import type { Asking } from './list.ts'
import { openRecord } from './opening.ts'
import { TiesPage } from './pages/TiesPage.tsx'
import { type Candidate, candidates } from './picking.ts'
import { partForm, tieForm } from './recordForms.ts'
import type { Refused } from './recordRoutes.tsx'
import { lockOne } from './standing.ts'
import * as ties from './ties.ts'
import { eyesOf } from './eyes.ts'

/** The tab of a record that tells with whom: local and policy groups, relationships, desks at partner bodies. */
export const tieRoutes = router()

const ONE = `${HOME}/:id{${uuid}}` as const

tieRoutes.get(`${ONE}/ties`, (c) => showTies(c))

tieRoutes.post(`${ONE}/parts`, async (c) => {
  const form = await readForm(c, partForm)
  if (!form.ok) return showTies(c, { ...form, fact: 'part' })
  return change(c, '/ties', async (act, personId) => {
    const { name } = await lockOne(act, personId)
    await join(act, { partId: form.values.part, personId })
    return `${name} is in it from today.`
  })
})

tieRoutes.post(`${ONE}/parts/:part{${uuid}}/end`, (c) =>
  change(c, '/ties', async (act, personId) => {
    const { name } = await lockOne(act, personId)
    await belonging.leave(act, { partId: c.req.param('part'), personId })
    return `${name} has left it.`
  }),
)

tieRoutes.post(`${ONE}/ties`, async (c) => {
  const asking = allowKeeping(c)
  const form = await readForm(c, tieForm)
  if (!form.ok) return showTies(c, { ...form, fact: 'tie' })
  const { kind, who, person } = form.values
  const found = await c.var.read((tx) => whoIsMeant(tx, { who, person, asking }))
  if (found.length !== 1) return showTies(c, { typed: form.typed, fact: 'tie', errors: { who: whyNot(found) } }, found)
  return change(c, '/ties', async (act, id) => {
    await ties.make(act, id, { kind, otherId: found[0]!.id })
    return `It is noted how they stand to ${found[0]!.name}.`
  })
})

tieRoutes.post(`${ONE}/ties/:tie{${uuid}}/removal`, (c) =>
  change(c, '/ties', async (act, id) => {
    await ties.remove(act, id, c.req.param('tie'))
    return 'It is no longer noted.'
  }),
)

/** The one who was chosen, or all whom the words may mean. */
export async function whoIsMeant(
  tx: Tx,
  { who, person, asking }: { who: string; person: string | undefined; asking: Asking },
): Promise<readonly Candidate[]> {
  const found = await candidates(tx, who, asking)
  const chosen = found.filter(({ id }) => id === person)
  return chosen.length ? chosen : found
}

export const whyNot = (found: readonly Candidate[]): string =>
  found.length
    ? 'More than one person fits. Choose who is meant.'
    : 'Nobody on the register fits. Type a name or an email address.'

async function showTies(c: Web, refused?: Refused, choice: readonly Candidate[] = []): Promise<Response> {
  const opened = await openRecord(c, {
    part: 'topics',
    more: async (tx, { id, sees }) => ({
      groups: await belonging.of(tx, id),
      allGroups: await belonging.open(tx),
      ties: sees.has('notes') ? await ties.of(tx, id, { eyes: eyesOf(c.var.actor) }) : [],
      desks: sees.has('notes') ? await desksOf(tx, id) : [],
    }),
  })
  if (opened instanceof Response) return opened
  const page = <TiesPage frame={c.var.officeFrame()} {...opened} {...{ refused, choice }} />
  return c.html(page, refused ? 422 : 200)
}
