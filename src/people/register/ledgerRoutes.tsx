import { readForm } from '../../platform/forms.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import * as bases from '../bases.ts'
import * as memberships from '../memberships.ts'
import { purposeNames } from '../purposes.ts'
import * as readings from '../readings.ts'
import { HOME } from './asking.ts'
import { change } from './changing.ts'
import { happenings, officesOf } from './history.ts'
import { openRecord } from './opening.ts'
import { AgreedPage } from './pages/AgreedPage.tsx'
import { HistoryPage } from './pages/HistoryPage.tsx'
import { NotesPage } from './pages/NotesPage.tsx'
import * as notes from './notes.ts'
import { noForm, noteForm, yesForm } from './recordForms.ts'
import type { Refused } from './recordRoutes.tsx'
import { lockOne } from './standing.ts'

/** The tabs of a record that tell what happened: what was agreed to, the history, the notes. */
export const ledgerRoutes = router()

const ONE = `${HOME}/:id{${uuid}}` as const
const NOTE = `${ONE}/notes/:note{${uuid}}` as const

ledgerRoutes.get(`${ONE}/agreed`, (c) => showAgreed(c))

ledgerRoutes.post(`${ONE}/agreed/yes`, async (c) => {
  const form = await readForm(c, yesForm)
  if (!form.ok) return showAgreed(c, { ...form, fact: 'yes' })
  const { purpose, channel, evidence } = form.values
  const basis = purpose === 'newsletter' || purpose === 'campaigns' ? 'consent' : 'explicit_consent'
  return change(c, '/agreed', async (act, id) => {
    const { name } = await lockOne(act, id)
    await bases.give(act, { personId: id, purpose, basis, channel, evidence })
    return `A yes of ${name} is noted: ${purposeNames[purpose].toLowerCase()}.`
  })
})

ledgerRoutes.post(`${ONE}/agreed/no`, async (c) => {
  const form = await readForm(c, noForm)
  if (!form.ok) return showAgreed(c, { ...form, fact: 'no' })
  const { purpose, channel } = form.values
  return change(c, '/agreed', async (act, id) => {
    const { name } = await lockOne(act, id)
    await bases.object(act, { personId: id, purpose, channel })
    return `A no of ${name} is noted: ${purposeNames[purpose].toLowerCase()}.`
  })
})

ledgerRoutes.get(`${ONE}/history`, async (c) => {
  const opened = await openRecord(c, {
    part: 'history',
    more: async (tx, { id }) => ({
      memberships: await memberships.history(tx, id),
      offices: await officesOf(tx, id),
      happenings: await happenings(tx, id, new Date()),
      readings: await readings.of(tx, id),
    }),
  })
  if (opened instanceof Response) return opened
  return c.html(<HistoryPage frame={c.var.officeFrame()} {...opened} actor={c.var.actor} />)
})

ledgerRoutes.get(`${ONE}/notes`, (c) => showNotes(c))

ledgerRoutes.post(`${ONE}/notes`, async (c) => {
  const form = await readForm(c, noteForm)
  if (!form.ok) return showNotes(c, { ...form, fact: 'new' })
  return change(c, '/notes', async (act, id) => {
    await notes.write(act, id, form.values.words)
    return 'The note is kept. The person can read it if they ask.'
  })
})

ledgerRoutes.post(NOTE, async (c) => {
  const id = c.req.param('note')
  const form = await readForm(c, noteForm)
  if (!form.ok) return showNotes(c, { ...form, fact: id })
  return change(c, '/notes', async (act, personId) => {
    await notes.change(act, { personId, id }, form.values.words)
    return 'The note is changed.'
  })
})

ledgerRoutes.post(`${NOTE}/removal`, (c) =>
  change(c, '/notes', async (act, personId) => {
    await notes.remove(act, { personId, id: c.req.param('note') })
    return 'The note is deleted.'
  }),
)

async function showAgreed(c: Web, refused?: Refused): Promise<Response> {
  const opened = await openRecord(c, {
    part: 'consents',
    more: async (tx, { id }) => ({
      ledger: await bases.ledger(tx, id),
      objections: await bases.objections(tx, id),
    }),
  })
  if (opened instanceof Response) return opened
  const page = <AgreedPage frame={c.var.officeFrame()} {...opened} refused={refused} />
  return c.html(page, refused ? 422 : 200)
}

async function showNotes(c: Web, refused?: Refused): Promise<Response> {
  const opened = await openRecord(c, {
    part: 'notes',
    more: async (tx, { id }) => ({ notes: await notes.of(tx, id) }),
  })
  if (opened instanceof Response) return opened
  const page = <NotesPage frame={c.var.officeFrame()} {...opened} refused={refused} />
  return c.html(page, refused ? 422 : 200)
}
