import type { Hono } from 'hono'
import { keepSession, sessions } from '../people/index.ts'
import { contextOf } from '../platform/installation.ts'
import { readForm, type Typed } from '../platform/forms.ts'
import { slugOf } from '../platform/groups.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Env, router, type Web } from '../platform/web.ts'
import { presets } from '../ui/theme.ts'
import { setUpForm } from './forms.ts'
import { type Founded, found, hostToRegister } from './founding.ts'
import { AlreadySetUpPage, BeingSetUpPage } from './pages/BeingSetUpPage.tsx'
import { SetUpPage } from './pages/SetUpPage.tsx'
import { loadSample } from './sample/index.ts'
import type { SetUp } from './setUp.ts'

/** Before there is a group every address but the one-time one says "being set up"; afterwards the one-time one is over. */
export function setUpRoutes(setUp: SetUp): Hono<Env> {
  const routes = router()
  routes.get(setUp.path, (c) => (setUp.isOpen() ? showForm(c, setUp) : alreadySetUp(c)))
  routes.post(setUp.path, (c) => (setUp.isOpen() ? setUpGroup(c, setUp) : alreadySetUp(c)))
  routes.post(`${setUp.path}/sample`, (c) => (setUp.isOpen() ? setUpSample(c, setUp) : alreadySetUp(c)))
  routes.use(async (c, next) => (setUp.isOpen() ? beingSetUp(c) : next()))
  return routes
}

const showForm = (c: Web, { path }: SetUp) => {
  c.header('cache-control', 'no-store')
  c.header('referrer-policy', 'no-referrer') // the address is a key
  return c.html(<SetUpPage path={path} />)
}

async function setUpGroup(c: Web, setUp: SetUp): Promise<Response> {
  const form = await readForm(c, setUpForm)
  if (!form.ok) return c.html(<SetUpPage path={setUp.path} typed={withSlug(form.typed)} errors={form.errors} />, 422)

  const { name, colour, slug, officer_name, officer_email } = form.values
  const { hue, chroma } = presets[colour]
  return welcome(c, setUp, () =>
    found(c.var.services, {
      name,
      slug: slug || slugOf(name),
      hosts: hostsOf(c),
      hue,
      chroma,
      officer: { name: officer_name, email: officer_email },
    }),
  )
}

const setUpSample = (c: Web, setUp: SetUp): Promise<Response> =>
  welcome(c, setUp, () => loadSample(c.var.services, { hosts: hostsOf(c) }))

/** Makes the group once, however often the form was sent, and signs the first officer in, in this browser. */
async function welcome(c: Web, setUp: SetUp, make: () => Promise<Founded>): Promise<Response> {
  const { services } = c.var
  const { group, officer } = await setUp.once(() => {
    if (!setUp.isOpen()) throw new Refusal('This has been set up already.', 410)
    return make()
  })
  const token = await contextOf(services, group).act((act) => sessions.start(act, { personId: officer.id }))
  keepSession(c, token)
  return c.redirect('/office', 303)
}

const hostsOf = (c: Web): string[] => {
  const host = hostToRegister(c.req.header('host') ?? new URL(c.req.url).host)
  return host ? [host] : []
}

/** A refused form suggests the short name the group would get. */
const withSlug = (typed: Typed): Typed =>
  typed['name'] && !typed['slug'] ? { ...typed, slug: slugOf(String(typed['name'])) } : typed

const beingSetUp = (c: Web) => {
  c.header('cache-control', 'no-store')
  c.header('retry-after', '600')
  return c.html(<BeingSetUpPage />, 503)
}

const alreadySetUp = (c: Web) => {
  c.header('cache-control', 'no-store')
  return c.html(<AlreadySetUpPage />, 410)
}
