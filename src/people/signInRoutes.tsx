import { deleteCookie, getCookie } from 'hono/cookie'
import { isOfficer } from '../platform/actor.ts'
import { readForm } from '../platform/forms.ts'
import { networkOf } from '../platform/origin.ts'
import { Refusal } from '../platform/refusal.ts'
import { keyedHash } from '../platform/secret.ts'
import { router, type Web } from '../platform/web.ts'
import { askingBrowser, browserToken, keepSession, SESSION_COOKIE } from './cookies.ts'
import { codeForm, signInForm } from './forms.ts'
import { CodePage } from './pages/CodePage.tsx'
import { LinkPage } from './pages/LinkPage.tsx'
import { SignInPage } from './pages/SignInPage.tsx'
import * as sessions from './sessions.ts'
import * as signIns from './signIns.ts'

export const signInRoutes = router()

signInRoutes.get('/sign-in', (c) => {
  if (c.var.actor.kind === 'person') return c.redirect(isOfficer(c.var.actor) ? '/office' : '/my', 303)
  return c.html(<SignInPage look={c.var.look} />)
})

signInRoutes.post('/sign-in', async (c) => {
  const form = await readForm(c, signInForm)
  if (!form.ok) return c.html(<SignInPage look={c.var.look} {...form} />, 422)

  const { services, origin } = c.var
  const network = keyedHash(services.secret, 'network', networkOf(c, services.config))
  await c.var.act((act) =>
    signIns.ask(act, { email: form.values.email, browser: browserToken(c), network, origin, secret: services.secret }),
  )
  return c.redirect('/sign-in/code', 303)
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
    return typeof used === 'object' ? { token: await sessions.start(act, used) } : used
  })
  if (typeof result === 'object') return enter(c, result.token)
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
  const session = await c.var.act(async (act) =>
    sessions.start(act, await signIns.useLink(act, { token, browser: askingBrowser(c) })),
  )
  return enter(c, session)
})

signInRoutes.post('/sign-out', async (c) => {
  const token = getCookie(c, SESSION_COOKIE)
  if (token) await c.var.act((act) => sessions.endSession(act, token))
  deleteCookie(c, SESSION_COOKIE, { path: '/' })
  return c.redirect('/', 303)
})

const CODE_TROUBLE = {
  wrong: 'This is not the code in the latest letter. Check it and type it again.',
  over: 'This code has been used, is too old, or was tried five times. Ask for a new one.',
} as const

/** A session this browser had before ends: whoever signs in leaves no other way in behind. */
async function enter(c: Web, token: string): Promise<Response> {
  const before = getCookie(c, SESSION_COOKIE)
  if (before) await c.var.act((act) => sessions.endSession(act, before))
  keepSession(c, token)
  const holder = await c.var.read((tx) => sessions.holder(tx, { token, group: c.var.group, at: new Date() }))
  if (!holder) throw new Refusal('This account has just been closed.', 410)
  return c.redirect(isOfficer(holder.actor) ? '/office' : '/my', 303)
}
