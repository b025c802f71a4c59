import { z } from 'zod'
import { register, strong } from '../../people/index.ts'
import { afterChange } from '../../platform/flash.ts'
import { type Errors, readForm } from '../../platform/forms.ts'
import { allow } from '../../platform/refusal.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import { mayWrite, writersOnly } from '../permissions.ts'
import { choose, NoSuchView } from './audience.ts'
import { findOfficeLetter } from './officeLetter.ts'
import { ALL, AS_IT_IS, AudiencePage } from './pages/AudiencePage.tsx'
import { ReasonPage } from './pages/ReasonPage.tsx'
import { peopleWho, reachOf } from './reach.ts'
import { type Becoming, becomings } from './reasons.ts'

export const AUDIENCE = `/office/letters/:id{${uuid}}/audience` as const
export const REASON = `${AUDIENCE}/:what{${becomings.join('|')}}` as const

/** Who gets a letter. */
export const audienceRoutes = router()

audienceRoutes.get(AUDIENCE, (c) => show(c, c.req.param('id')))

const form = z.object({ view: z.union([z.literal([ALL, AS_IT_IS]), z.uuid()], 'Choose for whom this letter is.') })

audienceRoutes.post(AUDIENCE, async (c) => {
  allow(mayWrite(c.var.actor), writersOnly)
  const [id, sent] = [c.req.param('id'), await readForm(c, form)]
  if (!sent.ok) return show(c, id, sent.errors)
  const { view } = sent.values
  if (view === AS_IT_IS) return afterChange(c, `/office/letters/${id}/audience`)
  try {
    const undo = await c.var.act((act) => choose(act, id, view === ALL ? null : view).then(() => act.id))
    return afterChange(c, `/office/letters/${id}/audience`, { sentence: 'Who gets it is saved.', undo })
  } catch (error) {
    if (!(error instanceof NoSuchView)) throw error
    return show(c, id, { view: error.message })
  }
})

const paged = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) })

audienceRoutes.get(REASON, async (c) => {
  allow(mayWrite(c.var.actor), writersOnly)
  allow(seesWho(c), 'Only officers who keep the register see who they are.')
  strong(c)
  const { id, what } = c.req.param() as { id: string; what: Becoming }
  const { page } = paged.parse(c.req.query())
  const shown = await c.var.read(async (tx) => {
    const letter = await findOfficeLetter(tx, id)
    const asked = { letter, group: c.var.group, at: new Date() }
    const reach = await reachOf(tx, asked)
    return { letter, count: reach[what], people: await peopleWho(tx, { ...asked, what, page }) }
  })
  return c.html(<ReasonPage frame={c.var.officeFrame()} {...{ ...shown, what, page }} />)
})

/** Why somebody cannot be written to is part of what they agreed to: who sees that of everybody sees these lists. */
const seesWho = (c: Web): boolean => register.seesAll(c.var.actor, 'consents')

async function show(c: Web, id: string, errors?: Errors): Promise<Response> {
  allow(mayWrite(c.var.actor), writersOnly)
  const shown = await c.var.read(async (tx) => {
    const letter = await findOfficeLetter(tx, id)
    const reach = await reachOf(tx, { letter, group: c.var.group, at: new Date() })
    return { letter, reach, views: await register.savedViews.visibleTo(tx, c.var.actor.personId) }
  })
  const page = (
    <AudiencePage frame={c.var.officeFrame()} seesNames={seesWho(c)} {...shown} {...(errors && { errors })} />
  )
  return c.html(page, errors ? 422 : 200)
}
