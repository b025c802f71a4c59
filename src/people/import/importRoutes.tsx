import { Readable } from 'node:stream'
import { z } from 'zod'
import { afterChange } from '../../platform/flash.ts'
import { type Errors, readForm, type Typed } from '../../platform/forms.ts'
import { allow, Refusal, type RefusalStatus } from '../../platform/refusal.ts'
import { discardUploads, receiveUploads } from '../../platform/uploads.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import { number, plural } from '../../ui/words.ts'
import { strong } from '../factors/strong.ts'
import { mayKeepRegister } from '../permissions.ts'
import { fix } from './fixing.ts'
import { pasteForm, readFix, readMatching, sheetForm } from './forms.ts'
import * as imports from './imports.ts'
import { CheckPage } from './pages/CheckPage.tsx'
import { MatchPage } from './pages/MatchPage.tsx'
import { MemberImportsPage } from './pages/MemberImportsPage.tsx'
import { OutcomePage } from './pages/OutcomePage.tsx'
import { ReadingPage } from './pages/ReadingPage.tsx'
import * as rows from './rows.ts'
import { bringChecked, giveBack, readMatched, takeIn } from './sending.ts'
import { editedSince, undoImport } from './undoing.ts'

const HOME = '/office/register/import'
const ONE = `${HOME}/:id{${uuid}}`
/** Bytes. */
const LARGEST = 500 * 1024 ** 2

/** Bringing people in from a list: send, match, check, import; and taking it back. */
export const importRoutes = router()

importRoutes.get(HOME, (c) => showImports(c))

importRoutes.post(HOME, async (c) => {
  allowKeeping(c)
  const { list } = await receiveUploads(c, { fields: ['list'], limit: LARGEST })
  if (!list) return showImports(c, { errors: { list: 'Choose the file with your list.' } })
  return takeInOr(c, { ...list, pasted: false }, (sentence, status) =>
    showImports(c, { errors: { list: sentence }, status }),
  )
})

importRoutes.post(`${HOME}/names`, async (c) => {
  allowKeeping(c)
  const form = await readForm(c, pasteForm)
  if (!form.ok) return showImports(c, form)
  const bytes = Buffer.from(form.values.names)
  const stored = await c.var.services.files.store(c.var.group.id, Readable.from([bytes]), bytes.length)
  const sent = { ...stored, fileName: 'Pasted names', pasted: true }
  return takeInOr(c, sent, (sentence, status) =>
    showImports(c, { errors: { names: sentence }, status, typed: form.typed }),
  )
})

importRoutes.get(ONE, async (c) => {
  allowKeeping(c)
  const one = await found(c)
  if (one.state === 'matching') return c.html(<MatchPage frame={c.var.officeFrame()} one={one} mapping={one.mapping} />)
  if (one.state === 'reading' || one.state === 'bringing')
    return c.html(<ReadingPage frame={c.var.officeFrame()} one={one} />)
  return one.state === 'checking' ? showCheck(c, one) : showOutcome(c, one)
})

importRoutes.get(`${ONE}/columns`, async (c) => {
  allowKeeping(c)
  const one = await found(c)
  if (!one.fileSha256) return c.redirect(`${HOME}/${one.id}`, 303)
  return c.html(<MatchPage frame={c.var.officeFrame()} one={one} mapping={one.mapping} />)
})

importRoutes.post(`${ONE}/columns`, async (c) => {
  allowKeeping(c)
  const one = await found(c)
  const { typed } = await readTyped(c)
  const form = readMatching(typed, one)
  if (!form.ok) return c.html(<MatchPage frame={c.var.officeFrame()} one={one} {...form} />, 422)
  await c.var.act(async (act) => imports.match(act, waiting(await imports.lock(act, one.id)), form))
  await readMatched(c.var, one)
  return c.redirect(`${HOME}/${one.id}`, 303)
})

importRoutes.post(`${ONE}/sheet`, async (c) => {
  allowKeeping(c)
  const one = waiting(await found(c))
  const form = await readForm(c, sheetForm)
  const sheet = form.ok ? form.values.sheet : 0
  const id = await takeIn(c.var, { fileName: one.fileName, sha256: one.fileSha256 ?? '', pasted: false, sheet })
  await giveBack(c.var, one.id)
  return c.redirect(`${HOME}/${id}`, 303)
})

importRoutes.post(`${ONE}/rows/:place{[0-9]{1,7}}`, async (c) => {
  allowKeeping(c)
  const [id, place] = [c.req.param('id'), Number(c.req.param('place'))]
  const { typed } = await readTyped(c)
  await c.var.act((act) => fix(act, { id, place, ...readFix(typed, place), secret: c.var.services.secret }))
  return afterChange(c, `${HOME}/${id}?${new URLSearchParams({ state: c.req.query('state') ?? '' })}`, {
    sentence: 'Saved. All rows were compared anew.',
  })
})

importRoutes.post(`${ONE}/arrival`, async (c) => {
  allowKeeping(c)
  const one = await found(c)
  await bringChecked(c.var, one)
  return c.redirect(`${HOME}/${one.id}`, 303)
})

importRoutes.post(`${ONE}/reversal`, async (c) => {
  allowKeeping(c)
  const one = await found(c)
  const { typed } = await readTyped(c)
  try {
    const { undone, kept } = await c.var.act((act) => undoImport(act, one.id, { rest: typed['rest'] === 'yes' }))
    const stayed = kept ? ` ${plural(kept, 'person', 'people')} stayed as they are.` : ''
    return afterChange(c, `${HOME}/${one.id}`, {
      sentence: `The import is undone for ${number(undone)} people.${stayed}`,
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return showOutcome(c, one, error)
  }
})

importRoutes.post(`${ONE}/removal`, async (c) => {
  allowKeeping(c)
  await giveBack(c.var, c.req.param('id') ?? '')
  return afterChange(c, HOME, { sentence: 'The list is gone. Nothing of it came in.' })
})

function allowKeeping(c: Web): void {
  allow(mayKeepRegister(c.var.actor), 'Only the chair, the secretary and the membership secretary bring in people.')
  strong(c)
}

const readTyped = async (c: Web) => readForm(c, z.record(z.string(), z.unknown()))

async function found(c: Web): Promise<imports.MemberImport> {
  const one = await c.var.read((tx) => imports.find(tx, c.req.param('id') ?? ''))
  if (!one) throw new Refusal('This list is no longer here. Lists that nobody brings in are kept for a week.', 404)
  return one
}

/** Not in yet, and not on its way. */
function waiting(one: imports.MemberImport): imports.MemberImport {
  if (!one.fileSha256 || one.state === 'bringing' || one.state === 'done')
    throw new Refusal('This list has come in, or is coming in.')
  return one
}

interface Sent {
  readonly sha256: string
  readonly fileName: string
  readonly pasted: boolean
}

/** Pasted names are read at once: their columns are known. */
async function takeInOr(
  c: Web,
  sent: Sent,
  refuse: (sentence: string, status: RefusalStatus) => Promise<Response>,
): Promise<Response> {
  try {
    const id = await takeIn(c.var, sent)
    if (sent.pasted) await readPasted(c, id)
    return c.redirect(`${HOME}/${id}`, 303)
  } catch (error) {
    await discardUploads(c.var, [sent.sha256])
    if (!(error instanceof Refusal)) throw error
    return refuse(error.message, error.status)
  }
}

async function readPasted(c: Web, id: string): Promise<void> {
  const one = await c.var.act(async (act) => {
    const begun = await imports.lock(act, id)
    await imports.match(act, begun, begun)
    return begun
  })
  await readMatched(c.var, one)
}

type Refused = { errors: Errors; status?: RefusalStatus; typed?: Typed }

async function showImports(c: Web, refused?: Refused): Promise<Response> {
  allowKeeping(c)
  const earlier = await c.var.read((tx) => imports.list(tx))
  const { zone } = c.var.group
  return c.html(
    <MemberImportsPage frame={c.var.officeFrame()} zone={zone} earlier={earlier} refused={refused} />,
    refused ? (refused.status ?? 422) : 200,
  )
}

const ROWS_A_PAGE = 50
const states: readonly imports.RowState[] = ['problem', 'new', 'changed', 'same', 'left_out']

async function showCheck(c: Web, one: imports.MemberImport): Promise<Response> {
  const asked = states.find((state) => state === c.req.query('state'))
  const state = asked ?? states.find((kind) => (one.counts?.[kind] ?? 0) > 0) ?? 'new'
  const pages = Math.ceil((one.counts?.[state] ?? 0) / ROWS_A_PAGE)
  const page = Math.max(1, Math.min(Math.floor(Number(c.req.query('page')) || 1), pages))
  const shown = await c.var.read((tx) =>
    rows.list(tx, one.id, { state, limit: ROWS_A_PAGE, offset: (page - 1) * ROWS_A_PAGE }),
  )
  return c.html(
    <CheckPage frame={c.var.officeFrame()} one={one} state={state} rows={shown} page={page} pages={pages} />,
  )
}

async function showOutcome(c: Web, one: imports.MemberImport, refusal?: Refusal): Promise<Response> {
  const edited =
    one.state === 'done' && one.actId && refusal ? await c.var.read((tx) => editedSince(tx, one.actId!)) : []
  const { zone } = c.var.group
  return c.html(
    <OutcomePage
      frame={c.var.officeFrame()}
      zone={zone}
      one={one}
      now={new Date()}
      edited={edited}
      refusal={refusal?.message}
    />,
    refusal?.status ?? 200,
  )
}
