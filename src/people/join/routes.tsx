import { z } from 'zod'
import { cameFrom, VIA, viaIn } from '../../platform/cameFrom.ts'
import { several } from '../../platform/fields.ts'
import { type Errors, readForm, type Typed, typedText } from '../../platform/forms.ts'
import { limit } from '../../platform/rate.ts'
import { Refusal, type RefusalStatus } from '../../platform/refusal.ts'
import { readSettings } from '../../platform/settings.ts'
import { router, type Web } from '../../platform/web.ts'
import { networkKey } from '../entering.ts'
import { holdingWording } from '../purposes.ts'
import { seesAll } from '../visibility.ts'
import * as topics from '../topics.ts'
import * as applications from './applications.ts'
import { stepNames } from './answers.ts'
import { confirm, lookUp } from './confirming.ts'
import { applicationToken, forgetApplication, keepApplication } from './cookie.ts'
import { CheckPage } from './pages/CheckPage.tsx'
import { ConfirmPage } from './pages/ConfirmPage.tsx'
import { ClosedPage, SentPage, WelcomePage } from './pages/EndPages.tsx'
import { StepPage } from './pages/StepPage.tsx'
import { noteSeen } from './newcomers.ts'
import { applicationsSetting } from './settings.ts'
import { after, firstOpen, hrefOf, mayShow, progress, stepNamed } from './steps/index.ts'
import type { Facts, Step } from './steps/step.ts'

const LATER = stepNames.filter((name) => name !== 'kind').join('|')
export const STEP = `/join/:step{${LATER}}` as const
export const CONFIRM = '/join/confirm/:token{[A-Za-z0-9_-]{20,100}}'

/** Joining, page by page. What was answered stands in a row that a cookie leads to: nothing of it is in an address. */
export const joinRoutes = router()

for (const path of ['/join', '/join/*'])
  joinRoutes.use(path, async (c, next) => {
    c.header('cache-control', 'private, no-store')
    await next()
  })

joinRoutes.get('/join', (c) => showStep(c, stepNamed('kind')!))
joinRoutes.post('/join', (c) => takeStep(c, stepNamed('kind')!))
joinRoutes.get(STEP, (c) => showStep(c, stepNamed(c.req.param('step'))!))
joinRoutes.post(STEP, (c) => takeStep(c, stepNamed(c.req.param('step'))!))

joinRoutes.get('/join/check', async (c) => {
  const found = await load(c)
  const open = firstOpen(found.facts)
  if (!found.application || open !== 'check') return c.redirect(hrefOf(found.application ? open : 'kind'), 303)
  return showCheck(c, found)
})

joinRoutes.post('/join/check', async (c) => {
  const found = await load(c)
  const { application, facts } = found
  const open = firstOpen(facts)
  if (!application || open !== 'check') return c.redirect(hrefOf(application ? open : 'kind'), 303)
  const form = await readForm(c, agreement)
  if (!form.ok) return showCheck(c, found, { ...form, status: 422 })
  if (form.values.topic) return c.redirect('/join/sent', 303) // a program: it need not know that we noticed
  const answers = { ...application.answers, holding: wordsOf(facts) }
  const trouble = await sending(() =>
    c.var.act((act) => applications.send(act, { id: application.id, answers }, senderOf(c))),
  )
  if (trouble) return showCheck(c, found, { typed: form.typed, status: 429, trouble })
  forgetApplication(c)
  return c.redirect('/join/sent', 303)
})

joinRoutes.get('/join/sent', async (c) => c.html(<SentPage {...await frame(c)} />))
joinRoutes.get('/join/welcome', async (c) => c.html(<WelcomePage {...await frame(c)} />))

joinRoutes.get(CONFIRM, async (c) => {
  const token = c.req.param('token')
  const { site, standing } = await c.var.read(async (tx) => ({
    site: await c.var.publicSite(tx),
    standing: await lookUp(tx, token, new Date()),
  }))
  c.header('referrer-policy', 'no-referrer')
  const status = standing.state === 'over' ? 410 : 200
  return c.html(<ConfirmPage site={site} group={c.var.group.name} token={token} standing={standing} />, status)
})

joinRoutes.post(CONFIRM, async (c) => {
  const token = c.req.param('token')
  const { services, origin } = c.var
  const outcome = await c.var.act(async (act) => {
    await limit(act, { key: `join confirming ${networkKey(c)}`, times: 100, minutes: 10 })
    return confirm(act, token, { secret: services.secret, origin })
  })
  return c.redirect(outcome === 'over' ? `/join/confirm/${token}` : '/join/welcome', 303)
})

/** The list of those who joined was looked at: on this officer's Today they are news no more. */
joinRoutes.use('/office/register', async (c, next) => {
  await next()
  const { personId } = c.var.actor
  if (c.res.status !== 200 || !c.req.query('from') || !personId || !seesAll(c.var.actor, 'membership')) return
  await c.var.act((act) => noteSeen(act, personId))
})

const agreement = z.object({
  agree: z.literal('yes', 'Tick the box to say that you agree.'),
  topic: z.string().catch(''),
})

interface Refused {
  readonly typed?: Typed
  readonly errors?: Errors
  readonly status?: RefusalStatus
  readonly trouble?: string
}

/** What the pages need, in one transaction. */
async function load(c: Web) {
  const token = applicationToken(c)
  return c.var.read(async (tx) => {
    const application = token ? await applications.findOpen(tx, token, new Date()) : null
    const { joining } = await readSettings(tx, { joining: applicationsSetting })
    const known = { group: c.var.group.name, joining, topics: await topics.all(tx) }
    const facts: Facts = { ...known, answers: application?.answers ?? {} }
    return { application, facts, site: await c.var.publicSite(tx), signedIn: c.var.actor.kind === 'person' }
  })
}
type Loaded = Awaited<ReturnType<typeof load>>

const frame = async (c: Web) => ({ site: await c.var.read((tx) => c.var.publicSite(tx)) })

async function showStep(c: Web, step: Step): Promise<Response> {
  const found = await load(c)
  if (!found.facts.joining.open) return c.html(<ClosedPage site={found.site} />)
  if (step.name !== 'kind' && !found.application) return c.redirect('/join', 303)
  if (!mayShow(found.facts, step.name)) return c.redirect(hrefOf(firstOpen(found.facts)), 303)
  return renderStep(c, step, found)
}

function renderStep(c: Web, step: Step, { status, ...shown }: Loaded & Refused) {
  const { facts, application, ...rest } = shown
  const typed = shown.typed ?? step.stored(application?.answers ?? {})
  const via = typedText(shown.typed, VIA) ?? viaIn(c.req.header('referer'))
  return c.html(
    <StepPage {...{ ...rest, step, facts, typed, via }} progress={progress(facts, step.name)} />,
    status ?? 200,
  )
}

async function takeStep(c: Web, step: Step): Promise<Response> {
  const found = await load(c)
  if (!found.facts.joining.open) return c.html(<ClosedPage site={found.site} />, 410)
  if (step.name !== 'kind' && !found.application) return c.redirect('/join', 303)
  const { typed } = await readForm(c, z.looseObject({ yes: several }))
  if (typedText(typed, 'topic')) return c.redirect('/join/sent', 303)
  const checked = step.check(typed, found.facts)
  if (!checked.ok) return renderStep(c, step, { ...found, typed, errors: checked.errors, status: 422 })
  const before = { ...found.facts.answers, ...checked.answers }
  const answers = { ...before, done: [...new Set([...(before.done ?? []), step.name])] }
  const next = after({ ...found.facts, answers }, step.name)
  const trouble = await sending(() =>
    keep(c, { ...found, via: cameBy(c, typed) }, { ...answers, checked: answers.checked || next === 'check' }),
  )
  if (trouble) return renderStep(c, step, { ...found, typed, trouble, status: 429 })
  return c.redirect(hrefOf(next), 303)
}

/** @param via an address with the plain word of the letter that led here */
async function keep(c: Web, { application, via }: Loaded & { via: string }, answers: Facts['answers']): Promise<void> {
  const token = application ? null : keepApplication(c)
  await c.var.act(async (act) => {
    if (!application) await cameFrom(act, 'join', via)
    const { id } = application ?? (await applications.begin(act, token!, senderOf(c)))
    await applications.save(act, { id, answers })
  })
}

/** The page before told which letter led here, by its own address or by the one before. */
const cameBy = (c: Web, typed: Typed): string => {
  const referer = c.req.header('referer') ?? ''
  return viaIn(referer) ? referer : `?${VIA}=${typedText(typed, VIA) ?? ''}`
}

function showCheck(c: Web, { facts, site }: Loaded, { status, ...refused }: Refused = {}) {
  const shown = { site, facts, words: wordsOf(facts), progress: progress(facts, 'check') }
  return c.html(<CheckPage {...shown} {...refused} />, status ?? 200)
}

const wordsOf = ({ answers: { kind }, group }: Facts): string => holdingWording(kind ?? 'supporter', group)

const senderOf = (c: Web) => ({ network: networkKey(c), secret: c.var.services.secret, origin: c.var.origin })

/** A limit is said above the form, which keeps what was typed. */
async function sending(work: () => Promise<void>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof Refusal && error.status === 429) return error.message
    throw error
  }
}
