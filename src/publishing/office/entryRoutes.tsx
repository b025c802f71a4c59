import type { Act } from '../../platform/act.ts'
import type { Typed } from '../../platform/forms.ts'
import { afterChange } from '../../platform/flash.ts'
import { allow, Refusal } from '../../platform/refusal.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import * as entries from '../entries.ts'
import { listEntries } from '../entryList.ts'
import { type EntryForm, listForm } from '../forms.ts'
import { FormRefusal } from '../../platform/formRefusal.ts'
import { mayPublish, mayWrite, publishersOnly } from '../permissions.ts'
import * as pictures from '../pictures.ts'
import * as pins from '../pins.ts'
import { elsewhereOf } from '../public/elsewhere.ts'
import { type Kind, wallTime } from '../rules.ts'
import { showEditor, showNewEditor } from './editorPages.tsx'
import { readSent, type Saved, saveSent, type Sent } from './entryForms.ts'
import { EntriesPage } from './pages/EntriesPage.tsx'
import { type Done, sayDone, scheduledSentence } from './sentences.ts'

export const base = (kind: Kind): string => `/office/${kind}s`

/** The list, the editor and what its buttons do, for posts or for pages. */
export function entryRoutes(kind: Kind) {
  const routes = router()
  const home = base(kind)
  // Grouped: Hono puts ^ and $ around the pattern as it stands.
  const one = `${home}/:id{(?:new|${uuid})}`

  routes.get(home, async (c) => {
    allow(mayWrite(c.var.actor))
    const filter = { kind, ...listForm.parse(c.req.query()) }
    const found = await c.var.read(async (tx) => ({
      list: await listEntries(tx, { ...filter, words: filter.q }),
      elsewhere: await elsewhereOf(tx),
    }))
    return c.html(<EntriesPage frame={c.var.officeFrame()} zone={c.var.group.zone} {...{ filter, ...found }} />)
  })
  routes.get(`${home}/new`, (c) => showNewEditor(c, kind))
  routes.get(`${home}/:id{${uuid}}`, (c) => showEditor(c, { kind, id: c.req.param('id') }))

  routes.post(one, (c) => save(c, kind, keep))
  routes.post(`${one}/picture`, (c) =>
    save(c, kind, async () => ({ sentence: 'The picture is at the end of the text.' })),
  )
  routes.post(`${one}/preview`, (c) => save(c, kind, async (_act, { id }) => ({ location: `${home}/${id}/preview` })))
  routes.post(`${one}/publication`, (c) => save(c, kind, publish))
  routes.post(`${one}/schedule`, (c) => save(c, kind, schedule))

  routes.post(`${home}/:id{${uuid}}/withdrawal`, async (c) => {
    allow(mayPublish(c.var.actor), publishersOnly)
    return change(c, `${home}/${c.req.param('id')}`, async (act) => {
      await entries.withdraw(act, c.req.param('id'))
      return 'It is no longer on the website.'
    })
  })
  if (kind === 'post') {
    routes.post(`${home}/:id{${uuid}}/pin`, (c) => {
      allow(mayPublish(c.var.actor), publishersOnly)
      return change(c, home, async (act) => {
        await pins.pin(act, c.req.param('id'))
        return 'The post stands at the top of the list and on the home page.'
      })
    })
    routes.post(`${home}/:id{${uuid}}/pin/removal`, (c) => {
      allow(mayPublish(c.var.actor), publishersOnly)
      return change(c, home, async (act) => {
        await pins.unpin(act, c.req.param('id'))
        return 'The post is back in its place.'
      })
    })
  }
  routes.post(`${home}/:id{${uuid}}/removal`, async (c) => {
    allow(mayWrite(c.var.actor))
    return change(c, home, async (act) => {
      await entries.remove(act, c.req.param('id'))
      return 'The draft is deleted.'
    })
  })
  return routes
}

type Then = (act: Act, saved: Saved, form: EntryForm) => Promise<Done>

const keep: Then = async (_act, { tookBack }) => ({
  sentence: tookBack ? 'Saved. It no longer waits to be published: schedule it again when it is ready.' : 'Saved.',
})

const publish: Then = async (act, { id }, { note }) => {
  allow(mayPublish(act.by), publishersOnly)
  await entries.publish(act, { id, note })
  return { sentence: 'It is on the website.' }
}

const schedule: Then = async (act, { id }, { at }) => {
  allow(mayPublish(act.by), publishersOnly)
  const time = wallTime(at, act.group.zone)
  if (!time) throw new FormRefusal('at', 'Enter the day and the time at which it should appear.')
  await entries.schedule(act, { id, at: time.moment })
  return { sentence: scheduledSentence(time, { typed: at, zone: act.group.zone }) }
}

/** Every button of the editor saves first, and does the rest in the same act: one Undo takes back both. */
async function save(c: Web, kind: Kind, then: Then): Promise<Response> {
  allow(mayWrite(c.var.actor))
  const id = c.req.param('id') === 'new' ? undefined : c.req.param('id')
  const sent = await readSent(c)
  const errors = sent.form.ok ? missingWords(sent) : sent.form.errors
  if (!sent.form.ok || errors) return refuse(c, { kind, id, typed: sent.form.typed, errors: errors ?? {} })
  const { values, typed } = sent.form
  try {
    const received = sent.file && (await pictures.receive(c.var.services.files, c.var.group.id, sent.file))
    const { saved, done, actId } = await c.var.act(async (act) => {
      const result = await saveSent(act, { kind, id, form: values, received })
      return { saved: result, done: await then(act, result, values), actId: act.id }
    })
    return afterChange(c, done.location ?? `${base(kind)}/${saved.id}`, sayDone(done, saved, actId))
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === 403 || error.status === 404) throw error
    return refuse(c, { kind, id, typed, errors: { [fieldOf(error)]: error.message } }, error)
  }
}

const missingWords = ({ form, file }: Sent) =>
  file && form.ok && !form.values.pictureAlt
    ? {
        pictureAlt:
          'Say in a few words what the picture shows, for people who cannot see it. Then choose the picture again.',
      }
    : undefined

interface Refused {
  readonly kind: Kind
  readonly id: string | undefined
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** Everything typed comes back; a picture must be chosen again, since browsers never give one back. */
function refuse(c: Web, { kind, id, typed, errors }: Refused, { status }: Pick<Refusal, 'status'> = { status: 422 }) {
  const refused = { typed, errors, status }
  return id === undefined ? showNewEditor(c, kind, refused) : showEditor(c, { kind, id, refused })
}

function fieldOf(error: Refusal): string {
  if (error instanceof FormRefusal) return error.field
  return error.status === 413 || error.status === 415 ? 'picture' : 'text'
}

/** One change without a form, and the page it leads to. */
export async function change(c: Web, location: string, work: (act: Act) => Promise<string>): Promise<Response> {
  const flash = await c.var.act(async (act) => ({ sentence: await work(act), undo: act.id }))
  return afterChange(c, location, flash)
}
