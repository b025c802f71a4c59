import { importing } from '../../publishing/index.ts'
import type { Errors } from '../../platform/forms.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import { visitor } from '../../platform/actor.ts'
import { contextOf } from '../../platform/installation.ts'
import { networkOf } from '../../platform/origin.ts'
import { Refusal, type RefusalStatus } from '../../platform/refusal.ts'
import { beginTrial, endTrial, nameTrial } from '../../platform/trials.ts'
import { router, type Web } from '../../platform/web.ts'
import { TrialPage } from './pages/TrialPage.tsx'
import { TryPage } from './pages/TryPage.tsx'
import { dropTrialKey, isNobodys, keepTrialKey, trialHere } from './trialCookie.ts'

const HOME = '/try'

/** Trying the program with an export of one's own; on names that are no group's, when the host allows it. */
export const trialRoutes = router()

trialRoutes.use(`${HOME}/*`, async (c, next) => {
  if (!c.var.services.config.trials || !isNobodys(c)) return c.notFound()
  c.header('cache-control', 'private, no-store')
  c.header('x-robots-tag', 'noindex, nofollow')
  return next()
})

trialRoutes.get(HOME, (c) => {
  const trial = trialHere(c)
  return trial ? showTrial(c, trial) : showForm(c)
})

trialRoutes.post(HOME, async (c) => {
  if (trialHere(c)) return c.redirect(HOME, 303)
  try {
    return await begin(c)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return showForm(c, { errors: { export: error.message }, status: error.status })
  }
})

trialRoutes.post(`${HOME}/end`, async (c) => {
  const trial = trialHere(c)
  if (trial) await end(c, trial)
  dropTrialKey(c)
  return c.redirect(`${HOME}?ended=1`, 303)
})

function showForm(c: Web, refused?: { errors: Errors; status: RefusalStatus }): Response | Promise<Response> {
  const { trialsLargest, hostContact } = c.var.services.config
  const ended = c.req.query('ended') !== undefined
  return c.html(
    <TryPage largest={trialsLargest} contact={hostContact} ended={ended} errors={refused?.errors} />,
    refused?.status ?? 200,
  )
}

async function showTrial(c: Web, group: KnownGroup): Promise<Response> {
  const { read } = contextOf(c.var.services, group)
  const asked = { kind: c.req.query('kind'), page: Number(c.req.query('page')) || 1 }
  const found = await read(async (tx) => {
    const one = await importing.latest(tx, new Date())
    return one && { one, findings: { ...(await importing.findingsOf(tx, one, asked)), readOnly: true } }
  })
  return c.html(<TrialPage group={group} found={found} contact={c.var.services.config.hostContact} />)
}

/** The trial comes first, so that everything that is sent lies within it and goes with it. */
async function begin(c: Web): Promise<Response> {
  const { services } = c.var
  const { group, token } = await beginTrial(services, { network: networkOf(c, services.config) })
  c.set('group', group)
  c.set('read', contextOf(services, group).read)
  try {
    await takeExport(c, group)
  } catch (error) {
    await end(c, group)
    throw error
  }
  await services.groups.load()
  keepTrialKey(c, token)
  return c.redirect(HOME, 303)
}

async function takeExport(c: Web, group: KnownGroup): Promise<void> {
  const { services } = c.var
  const received = await importing.receiveExport(c, services.config.trialsLargest * 1024 * 1024)
  if (!received.ok) throw new Refusal(Object.values(received.errors)[0] ?? '', received.status)
  const { sent, discard } = received
  try {
    const name = await importing.siteNameIn(services.files.path(group.id, sent.exportSha256 ?? ''))
    await contextOf(services, group, visitor(group.id)).act(async (act) => {
      await nameTrial(act, name)
      await importing.startImport(act, { ...sent, fetchMedia: false })
    })
  } catch (error) {
    await discard()
    throw error
  }
}

async function end(c: Web, group: KnownGroup): Promise<void> {
  const { services } = c.var
  await contextOf(services, group, visitor(group.id)).act(endTrial)
  await services.groups.load()
}
