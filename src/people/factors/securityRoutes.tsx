import { isOfficer } from '../../platform/actor.ts'
import { afterChange, takeFlash } from '../../platform/flash.ts'
import { readForm } from '../../platform/forms.ts'
import { Refusal } from '../../platform/refusal.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import { browserOf } from '../entering.ts'
import { find } from '../persons.ts'
import * as sessions from '../sessions.ts'
import * as authenticators from './authenticators.ts'
import * as challenges from './challenges.ts'
import { changing, type Me, me } from './changing.ts'
import { factorsOf, proved, settle } from './factors.ts'
import { confirmationForm, passkeyForm } from './forms.ts'
import { tellChange } from './letters.ts'
import * as offers from './offers.ts'
import { AuthenticatorPage } from './pages/AuthenticatorPage.tsx'
import { RecoveryCodesPage } from './pages/RecoveryCodesPage.tsx'
import { SecurityPage } from './pages/SecurityPage.tsx'
import * as passkeys from './passkeys.ts'
import { type Place, placeOf } from './place.ts'
import * as recoveryCodes from './recoveryCodes.ts'
import { mustHaveSecondFactor } from './rules.ts'
import { uriOf } from './totp.ts'

/** A person's own ways to sign in, and where they are signed in. */
export const securityRoutes = router()

const HOME = '/my/security'

securityRoutes.use('/my/security/*', async (c, next) => (c.var.session ? next() : c.redirect('/sign-in', 303)))

securityRoutes.get('/my/security', async (c) => c.html(<SecurityPage {...await propsFor(c)} />))

securityRoutes.post('/my/security/passkeys/challenge', async (c) => {
  const { personId } = me(c)
  const options = await changing(c, async (act) => {
    const person = await find(act.tx, personId)
    return passkeys.askToAdd(act, { person: person!, place: here(c) })
  })
  return c.json(options)
})

securityRoutes.post('/my/security/passkeys', async (c) => {
  const { personId, sessionId } = me(c)
  const { origin } = c.var
  const form = await readForm(c, passkeyForm)
  if (!form.ok) return c.html(<SecurityPage {...await propsFor(c)} {...form} />, 422)

  const { name, answer } = form.values
  const challenge = await changing(c, (act) => challenges.take(act, { answer, purpose: 'add', personId }))
  const trouble = await changing(c, async (act) => {
    const refused = await passkeys.add(act, { personId, name, place: here(c), answer, challenge })
    if (refused) return refused
    await proved(act, { personId, sessionId, by: 'passkey' })
    await tellChange(act, { personId, change: 'passkey added', origin })
    return null
  })
  if (!trouble) return afterChange(c, HOME, { sentence: `The passkey “${name}” is added.` })
  const errors = { answer: passkeys.troubleWords[trouble] }
  return c.html(<SecurityPage {...await propsFor(c)} typed={form.typed} errors={errors} />, 422)
})

securityRoutes.post(`/my/security/passkeys/:id{${uuid}}/removal`, async (c) => {
  const { personId } = me(c)
  const id = c.req.param('id')
  const left = await changing(c, async (act) => {
    await passkeys.remove(act, { personId, id })
    await tellChange(act, { personId, change: 'passkey removed', origin: c.var.origin })
    return settle(act, personId)
  })
  return afterChange(c, HOME, { sentence: `The passkey is removed. ${whatNow(c, left)}` })
})

securityRoutes.post('/my/security/authenticator', async (c) => {
  await changing(c, (act) => authenticators.begin(act, keyHolder(c)))
  return c.redirect(`${HOME}/authenticator`, 303)
})

securityRoutes.get('/my/security/authenticator', async (c) => {
  const props = await authenticatorProps(c)
  return props ? c.html(<AuthenticatorPage {...props} />) : c.redirect(HOME, 303)
})

securityRoutes.post('/my/security/authenticator/confirmation', async (c) => {
  const { personId, sessionId } = me(c)
  const props = await authenticatorProps(c)
  if (!props) return c.redirect(HOME, 303)
  const form = await readForm(c, confirmationForm)
  if (!form.ok) return c.html(<AuthenticatorPage {...props} {...form} />, 422)

  const result = await changing(c, async (act) => {
    const confirmed = await authenticators.confirm(act, { ...keyHolder(c), code: form.values.code })
    if (confirmed === 'wrong') return confirmed
    await proved(act, { personId, sessionId, by: 'authenticator' })
    await tellChange(act, { personId, change: 'authenticator added', origin: c.var.origin })
    return confirmed
  })
  if (result === 'confirmed') return afterChange(c, HOME, { sentence: 'The authenticator app is added.' })
  const errors = { code: 'This is not the code that the app shows now. Look again and type it.' }
  return c.html(<AuthenticatorPage {...props} typed={form.typed} errors={errors} />, 422)
})

securityRoutes.post('/my/security/authenticator/removal', async (c) => {
  const { personId } = me(c)
  const left = await changing(c, async (act) => {
    await authenticators.remove(act, personId)
    await tellChange(act, { personId, change: 'authenticator removed', origin: c.var.origin })
    return settle(act, personId)
  })
  return afterChange(c, HOME, { sentence: `The authenticator app is removed. ${whatNow(c, left)}` })
})

/** Answered at once and not by a redirect: the codes are kept nowhere from which another page could show them. */
securityRoutes.post('/my/security/recovery-codes', async (c) => {
  const { personId } = me(c)
  const codes = await changing(c, async (act) => {
    await tellChange(act, { personId, change: 'codes made', origin: c.var.origin })
    return recoveryCodes.make(act, keyHolder(c))
  })
  const { look, group } = c.var
  return c.html(<RecoveryCodesPage look={look} codes={codes} at={new Date()} zone={group.zone} />)
})

securityRoutes.post(`/my/security/sessions/:id{${uuid}}/end`, async (c) => {
  const { personId } = me(c)
  await c.var.act((act) => sessions.endOne(act, { personId, id: c.req.param('id') }))
  return afterChange(c, HOME, { sentence: 'That browser is signed out.' })
})

securityRoutes.post('/my/security/sessions/others/end', async (c) => {
  const { personId, sessionId } = me(c)
  await c.var.act((act) => sessions.endOthers(act, { personId, id: sessionId }))
  return afterChange(c, HOME, { sentence: 'All other browsers are signed out.' })
})

securityRoutes.post('/my/security/offer', async (c) => {
  await c.var.act((act) => offers.decline(act, me(c).personId))
  return c.redirect(isOfficer(c.var.actor) ? '/office' : '/my', 303)
})

const here = (c: Web): Place => {
  const place = placeOf(c.var.origin)
  if (!place) throw new Refusal('Browsers offer passkeys only at addresses that begin with https://.')
  return place
}

const keyHolder = (c: Web): Pick<Me, 'personId'> & { secret: string } => ({
  personId: me(c).personId,
  secret: c.var.services.secret,
})

const whatNow = (c: Web, left: boolean): string => {
  if (left) return ''
  return mustHaveSecondFactor(c.var.actor)
    ? 'You sign in by letter alone now, so pages with people’s details or money are closed to you until you add another.'
    : 'You sign in by letter alone now.'
}

async function authenticatorProps(c: Web) {
  const { group, look, personName } = c.var
  const [key, person] = await c.var.read(async (tx) => [
    await authenticators.waitingKey(tx, keyHolder(c)),
    await find(tx, me(c).personId),
  ])
  if (!key) return null
  return { look, secret: key, uri: uriOf(key, { group: group.name, person: person?.email ?? personName ?? '' }) }
}

async function propsFor(c: Web) {
  const { personId, sessionId } = me(c)
  const { actor, group, look, origin } = c.var
  const said = takeFlash(c)?.sentence ?? null
  const found = await c.var.read(async (tx) => ({
    factors: await factorsOf(tx, personId),
    sessions: await sessions.sessionsOf(tx, { personId, at: new Date() }),
    offered: await offers.open(tx, personId),
  }))
  const required = mustHaveSecondFactor(actor)
  const known = { passkeysHere: placeOf(origin) !== null, browser: browserOf(c), officer: isOfficer(actor), required }
  return { look, zone: group.zone, said, sessionId, ...known, ...found }
}
