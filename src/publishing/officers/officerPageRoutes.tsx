import { z } from 'zod'
import { officerPages, offices } from '../../people/index.ts'
import type { Tx } from '../../platform/database.ts'
import { checkForm, type Errors, readForm, type Typed, typedIn } from '../../platform/forms.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Sample } from '../../platform/slice.ts'
import { civilDay } from '../../platform/time.ts'
import { router, todayOf, type Web } from '../../platform/web.ts'
import { noteFile, receive } from '../pictures.ts'
import { publicSite } from '../public/frame.tsx'
import { sendFile } from '../public/pictureRoutes.ts'
import { inWidth } from '../public/servedFiles.ts'
import { shownOfficers, shownPhoto } from './officers.ts'
import { MyOfficerPage } from './pages/MyOfficerPage.tsx'
import { OfficersShownPage } from './pages/OfficersShownPage.tsx'

/** Officers as the public sees them, and each officer's own page about it. */
export const officerPageRoutes = router()

const MINE = '/my/officer-page'
const PHOTO = '/officers/photos/:photo{[0-9a-f]{64}}'
const PHOTO_WIDTH = 320

officerPageRoutes.get('/officers', async (c) => {
  const { site, officers } = await c.var.read(async (tx) => ({
    site: await publicSite(tx, c.var),
    officers: await shownOfficers(tx, todayOf(c)),
  }))
  const head = { title: 'Our officers', canonical: `${c.var.origin}/officers`, noindex: officers.length === 0 }
  return c.html(<OfficersShownPage {...{ head, site, officers }} />)
})

/** Asked for anew each time: who takes back their yes is gone from browsers too. */
officerPageRoutes.get(PHOTO, async (c) => {
  const found = await c.var.read((tx) => shownPhoto(tx, { sha256: c.req.param('photo'), today: todayOf(c) }))
  if (!found) throw new Refusal('There is no such picture.', 404)
  const stored = { ...found, path: '', fileName: 'officer' }
  const file = await inWidth(c.var.services.files, { groupId: c.var.group.id, found: stored, width: PHOTO_WIDTH })
  return file ? sendFile(c, file, { 'cache-control': 'public, max-age=0, must-revalidate' }) : c.notFound()
})

officerPageRoutes.get(MINE, (c) => showMine(c))

const form = z.object({
  biography: z.string().trim().max(3000, 'Keep it under 3,001 characters.').default(''),
  withoutPhoto: z.literal('yes').optional(),
})

officerPageRoutes.post(MINE, async (c) => {
  const personId = signedIn(c)
  if (typeof personId !== 'string') return personId
  const body = await c.req.parseBody()
  const sent = checkForm(typedIn(body), form)
  if (!sent.ok) return showMine(c, sent)
  const file = body['photo'] instanceof File && body['photo'].size > 0 ? body['photo'] : undefined
  try {
    await keep(c, personId, { ...sent.values, file })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return showMine(c, { typed: sent.typed, errors: { photo: error.message } })
  }
  return c.redirect(MINE, 303)
})

officerPageRoutes.post(`${MINE}/consent`, async (c) => {
  const personId = signedIn(c)
  if (typeof personId !== 'string') return personId
  const sent = await readForm(c, z.object({ agree: z.literal('yes', 'Tick this if you want to be shown.') }))
  if (!sent.ok) return showMine(c, sent)
  await c.var.act((act) => officerPages.agree(act, personId))
  return c.redirect(MINE, 303)
})

officerPageRoutes.post(`${MINE}/consent/withdrawal`, async (c) => {
  const personId = signedIn(c)
  if (typeof personId !== 'string') return personId
  await c.var.act((act) => officerPages.withdraw(act, personId))
  return c.redirect(MINE, 303)
})

export async function officerPageSamples(tx: Tx): Promise<readonly Sample[]> {
  const photos = (await shownOfficers(tx, civilDay(new Date(), 'UTC'))).flatMap(({ photoHref }) => photoHref ?? [])
  return [
    { route: '/officers', address: '/officers', as: 'visitor' },
    { route: MINE, address: MINE, as: 'officer' },
    ...photos.slice(0, 1).map((address) => ({ route: PHOTO, address, as: 'visitor' as const })),
  ]
}

/** The person who asks; a visitor is led to sign in. */
const signedIn = (c: Web): string | Response => c.var.actor.personId ?? c.redirect('/sign-in', 303)

interface Given {
  readonly biography: string
  readonly withoutPhoto?: 'yes' | undefined
  readonly file: File | undefined
}

async function keep(c: Web, personId: string, { biography, withoutPhoto, file }: Given): Promise<void> {
  const received = file && (await receive(c.var.services.files, c.var.group.id, file))
  await c.var.act(async (act) => {
    if (received) await noteFile(act, received)
    const before = await officerPages.find(act.tx, personId)
    const photoSha256 = received?.sha256 ?? (withoutPhoto ? null : before.photoSha256)
    await officerPages.save(act, personId, { biography, photoSha256 })
  })
}

async function showMine(c: Web, refused?: { readonly typed: Typed; readonly errors: Errors }): Promise<Response> {
  const personId = signedIn(c)
  if (typeof personId !== 'string') return personId
  const { look, group } = c.var
  const { page, held } = await c.var.read(async (tx) => ({
    page: await officerPages.find(tx, personId),
    held: await offices.heldOn(tx, todayOf(c)),
  }))
  const props = {
    look,
    page,
    zone: group.zone,
    holdsOffice: held.some((office) => office.personId === personId),
    wording: officerPages.consentWording(group.name),
  }
  return c.html(<MyOfficerPage {...props} {...refused} />, refused ? 422 : 200)
}
