import { deleteCookie, getCookie } from 'hono/cookie'
import { isOfficer } from '../platform/actor.ts'
import { readForm } from '../platform/forms.ts'
import { limit } from '../platform/rate.ts'
import { Refusal } from '../platform/refusal.ts'
import { router, type Web } from '../platform/web.ts'
import { askingBrowser, browserToken, SESSION_COOKIE } from './cookies.ts'
import { browserOf, enter, networkKey } from './entering.ts'
import { afterFactor, afterLetter } from './entrances.ts'
import * as challenges from './factors/challenges.ts'
import { answerForm } from './factors/forms.ts'
import * as passkeys from './factors/passkeys.ts'
import { placeOf } from './factors/place.ts'
import { codeForm, signInForm } from './forms.ts'
import { CodePage } from './pages/CodePage.tsx'
import { LinkPage } from './pages/LinkPage.tsx'
import { SignInPage } from './pages/SignInPage.tsx'
import * as sessions from './sessions.ts'
import * as signIns from './signIns.ts'

export const signInRoutes = router()

signInRoutes.get('/sign-in', (c) => {
  if (c.var.actor.kind === 'person') return c.redirect(isOfficer(c.var.actor) ? '/office' : '/my', 303)
  return c.html(<SignInPage {...pageFor(c)} />)
})

signInRoutes.post('/sign-in', async (c) => {
  const form = await readForm(c, signInForm)
  if (!form.ok) return c.html(<SignInPage {...pageFor(c)} {...form} />, 422)

  const { services, origin } = c.var
  const network = networkKey(c)
  await c.var.act((act) =>
    signIns.ask(act, { email: form.values.email, browser: browserToken(c), network, origin, secret: services.secret }),
  )
  return c.redirect('/sign-in/code', 303)
})

signInRoutes.post('/sign-in/passkey/challenge', async (c) => {
  const place = placeOf(c.var.origin)
  if (!place) throw new Refusal('Passkeys do not work at this address.')
  const options = await c.var.act(async (act) => {
    await limit(act, { key: `passkey challenge ${networkKey(c)}`, times: 60, minutes: 15 })
    return passkeys.askToUse(act, { personId: null, place })
  })
  return c.json(options)
})

signInRoutes.post('/sign-in/passkey', async (c) => {
  const form = await readForm(c, answerForm)
  if (!form.ok) return c.html(<SignInPage {...pageFor(c)} {...form} />, 422)

  const { answer } = form.values
  const [place, origin] = [placeOf(c.var.origin), c.var.origin]
  if (!place) throw new Refusal('Passkeys do not work at this address.')
  const challenge = await c.var.act(async (act) => {
    await limit(act, { key: `passkey ${networkKey(c)}`, times: 30, minutes: 15 })
    return challenges.take(act, { answer, purpose: 'sign in', personId: null })
  })
  const used = await c.var.act(async (act) => {
    const shown = await passkeys.use(act, { personId: null, place, answer, challenge })
    return typeof shown === 'string'
      ? shown
      : afterFactor(act, { ...shown, by: 'passkey', browser: browserOf(c), origin })
  })
  if (typeof used === 'object') return enter(c, used)
  return c.html(<SignInPage {...pageFor(c)} errors={{ answer: passkeys.troubleWords[used] }} />, 422)
})

signInRoutes.get('/sign-in/code', (c) =>
  askingBrowser(c) ? c.html(<CodePage look={c.var.look} />) : c.redirect('/sign-in', 303),
)

signInRoutes.post('/sign-in/code', async (c) => {
  const browser = askingBrowser(c)
  if (!browser) return c.redirect('/sign-in', 303)
  const form = await readForm(c, codeForm)
  if (!form.ok) return c.html(<CodePage look={c.var.look} {...form} />, 422)

  const { secret } = c.var.services
  const result = await c.var.act(async (act) => {
    const used = await signIns.useCode(act, { code: form.values.code, browser, secret })
    return typeof used === 'object' ? afterLetter(act, { ...used, browser: browserOf(c) }) : used
  })
  if (typeof result === 'object') return enter(c, result)
  return c.html(<CodePage look={c.var.look} typed={form.typed} errors={{ code: CODE_TROUBLE[result] }} />, 422)
})

signInRoutes.get('/sign-in/link/:token{[A-Za-z0-9_-]{20,100}}', async (c) => {
  const token = c.req.param('token')
  const state = await c.var.read((tx) => signIns.lookUp(tx, { token, browser: askingBrowser(c), at: new Date() }))
  c.header('cache-control', 'no-store')
  c.header('referrer-policy', 'no-referrer')
  return c.html(<LinkPage look={c.var.look} state={state} token={token} />, state === 'over' ? 410 : 200)
})

signInRoutes.post('/sign-in/link/:token{[A-Za-z0-9_-]{20,100}}', async (c) => {
  const token = c.req.param('token')
  const entrance = await c.var.act(async (act) => {
    const used = await signIns.useLink(act, { token, browser: askingBrowser(c) })
    return afterLetter(act, { ...used, browser: browserOf(c) })
  })
  return enter(c, entrance)
})

signInRoutes.post('/sign-out', async (c) => {
  const token = getCookie(c, SESSION_COOKIE)
  if (token) await c.var.act((act) => sessions.endSession(act, token))
  deleteCookie(c, SESSION_COOKIE, { path: '/' })
  return c.redirect('/', 303)
})

const pageFor = (c: Web) => ({ look: c.var.look, passkeys: placeOf(c.var.origin) !== null })

const CODE_TROUBLE = {
  wrong: 'This is not the code in the latest letter. Check it and type it again.',
  over: 'This code has been used, is too old, or was tried five times. Ask for a new one.',
} as const
