import { isOfficer } from '../../platform/actor.ts'
import { afterChange, takeFlash } from '../../platform/flash.ts'
import { type Errors, readForm, type Typed } from '../../platform/forms.ts'
import { limit } from '../../platform/rate.ts'
import { Refusal } from '../../platform/refusal.ts'
import { router, type Web } from '../../platform/web.ts'
import { networkKey } from '../entering.ts'
import { me } from '../factors/changing.ts'
import * as hats from '../hats.ts'
import * as readings from '../readings.ts'
import * as topics from '../topics.ts'
import { choicesOf, choosable, type Choosable, sayNo, sayNoToAll, sayYes } from './choices.ts'
import * as details from './details.ts'
import * as emailChanges from './emailChanges.ts'
import { answerForm, detailsForm, emailForm, leavingForm, placesForm } from './forms.ts'
import { leave, stayAsSupporter } from './leaving.ts'
import { ChoicesPage } from './pages/ChoicesPage.tsx'
import { DetailsPage } from './pages/DetailsPage.tsx'
import { EmailConfirmPage, EmailPage } from './pages/EmailPages.tsx'
import { LeavingPage, LeftPage } from './pages/LeavingPages.tsx'
import { MyPlacesPage } from './pages/MyPlacesPage.tsx'
import { ReadingsPage } from './pages/ReadingsPage.tsx'

export const EMAIL_CONFIRM = '/my/email/confirm/:token{[A-Za-z0-9_-]{20,100}}'
const CHOICE = `/my/choices/:purpose{${choosable.join('|')}}` as const

/** What a person changes of their own record, says yes or no to, and reads of it. */
export const myRoutes = router()

for (const page of ['details', 'places', 'choices', 'readings', 'leaving'])
  for (const path of [`/my/${page}`, `/my/${page}/*`])
    myRoutes.use(path, async (c, next) => (c.var.session ? next() : c.redirect('/sign-in', 303)))

myRoutes.get('/my/details', (c) => showDetails(c))

myRoutes.post('/my/details', async (c) => {
  const form = await readForm(c, detailsForm)
  if (!form.ok) return showDetails(c, form)
  const { choosePlaces } = await c.var.act((act) => details.save(act, me(c).personId, form.values))
  if (choosePlaces) return c.redirect('/my/places', 303)
  return afterChange(c, '/my/details', { sentence: 'Your details are saved.' })
})

myRoutes.get('/my/places', async (c) => c.html(<MyPlacesPage {...common(c)} mine={await mine(c)} />))

myRoutes.post('/my/places', async (c) => {
  const form = await readForm(c, placesForm)
  if (!form.ok) return c.html(<MyPlacesPage {...common(c)} mine={await mine(c)} {...form} />, 422)
  await c.var.act((act) => details.savePlaces(act, me(c).personId, form.values))
  return afterChange(c, '/my/details', { sentence: 'Your constituency and council are saved.' })
})

myRoutes.get('/my/email', async (c) => (c.var.session ? showEmail(c) : c.redirect('/sign-in', 303)))

myRoutes.post('/my/email', async (c) => {
  if (!c.var.session) return c.redirect('/sign-in', 303)
  const form = await readForm(c, emailForm)
  if (!form.ok) return showEmail(c, form)
  const { email } = form.values
  const asked = { personId: me(c).personId, email, origin: c.var.origin }
  await c.var.act((act) => emailChanges.ask(act, asked))
  return afterChange(c, '/my/email', { sentence: 'A letter is on its way to the new address. Open its link.' })
})

myRoutes.get(EMAIL_CONFIRM, async (c) => {
  const token = c.req.param('token')
  const waits = await c.var.read((tx) => emailChanges.isWaiting(tx, token, new Date()))
  c.header('cache-control', 'no-store')
  c.header('referrer-policy', 'no-referrer')
  return c.html(
    <EmailConfirmPage look={c.var.look} state={waits ? 'waiting' : 'over'} token={token} />,
    waits ? 200 : 410,
  )
})

myRoutes.post(EMAIL_CONFIRM, async (c) => {
  const token = c.req.param('token')
  const { services, origin } = c.var
  const state = await c.var.act(async (act) => {
    await limit(act, { key: `email confirming ${networkKey(c)}`, times: 30, minutes: 10 })
    return emailChanges.confirm(act, token, { secret: services.secret, origin })
  })
  return c.html(<EmailConfirmPage look={c.var.look} state={state} token={token} />, state === 'over' ? 410 : 200)
})

myRoutes.get('/my/choices', (c) => showChoices(c))

myRoutes.post(CHOICE, async (c) => {
  const purpose = c.req.param('purpose') as Choosable
  const form = await readForm(c, answerForm)
  if (!form.ok) throw new Refusal('Choose yes or no.', 422)
  const yes = form.values.answer === 'yes'
  await c.var.act(async (act) => {
    const { kind } = await details.read(act.tx, me(c).personId)
    await (yes ? sayYes : sayNo)(act, { person: { id: me(c).personId, kind }, purpose })
  })
  const sentence = yes ? 'Your yes is kept, with the words you saw.' : 'That is stopped.'
  return afterChange(c, '/my/choices', { sentence })
})

myRoutes.post('/my/choices/none', async (c) => {
  await c.var.act((act) => sayNoToAll(act, me(c).personId))
  return afterChange(c, '/my/choices', { sentence: 'All of it is stopped.' })
})

myRoutes.get('/my/readings', async (c) => {
  const found = await c.var.read((tx) => readings.of(tx, me(c).personId))
  return c.html(<ReadingsPage {...common(c)} readings={found} />)
})

myRoutes.get('/my/leaving', async (c) => c.html(<LeavingPage {...common(c)} mine={await mine(c)} />))

myRoutes.post('/my/leaving', async (c) => {
  const form = await readForm(c, leavingForm)
  const { personId } = me(c)
  if (form.ok && form.values.stay) {
    await c.var.act((act) => stayAsSupporter(act, personId))
    return afterChange(c, '/my', { sentence: 'You are a supporter now.' })
  }
  await c.var.act((act) => leave(act, personId, c.var.origin))
  return c.redirect('/my/left', 303)
})

myRoutes.get('/my/left', (c) => c.html(<LeftPage look={c.var.look} />))

interface Refused {
  readonly typed?: Typed
  readonly errors?: Errors
}

const common = (c: Web) => ({
  look: c.var.look,
  zone: c.var.group.zone,
  officer: isOfficer(c.var.actor),
  said: takeFlash(c)?.sentence ?? null,
})

const mine = (c: Web) => c.var.read((tx) => details.read(tx, me(c).personId))

async function showDetails(c: Web, refused: Refused = {}): Promise<Response> {
  const { personId } = me(c)
  const found = await c.var.read(async (tx) => ({
    mine: await details.read(tx, personId),
    hats: await hats.of(tx, personId),
    topics: await topics.all(tx),
    chosen: await topics.chosenBy(tx, personId),
  }))
  return c.html(<DetailsPage {...common(c)} {...found} {...refused} />, refused.errors ? 422 : 200)
}

async function showEmail(c: Web, refused: Refused = {}): Promise<Response> {
  const { personId } = me(c)
  const found = await c.var.read(async (tx) => ({
    mine: await details.read(tx, personId),
    waiting: await emailChanges.waiting(tx, personId, new Date()),
  }))
  return c.html(<EmailPage {...common(c)} {...found} {...refused} />, refused.errors ? 422 : 200)
}

async function showChoices(c: Web): Promise<Response> {
  const { personId } = me(c)
  const choices = await c.var.read(async (tx) => {
    const { kind } = await details.read(tx, personId)
    return choicesOf(tx, { id: personId, kind }, c.var.group.name)
  })
  return c.html(<ChoicesPage {...common(c)} choices={choices} />)
}
