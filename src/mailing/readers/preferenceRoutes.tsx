import { letterChoices } from '../../people/index.ts'
import type { Act } from '../../platform/act.ts'
import { afterChange, takeFlash } from '../../platform/flash.ts'
import { type Errors, readForm } from '../../platform/forms.ts'
import { Refusal } from '../../platform/refusal.ts'
import { router, type Web } from '../../platform/web.ts'
import { answerForm, frequencyForm } from './forms.ts'
import { type Frequency, halfHidden } from './frequencies.ts'
import { deliveryIn, limitLink, linkBehind, TOKEN, unkept } from './openedLinks.ts'
import { MyLettersPage } from './pages/MyLettersPage.tsx'
import { NobodyPage, PreferencesPage } from './pages/PreferencesPage.tsx'
import * as preferences from './preferences.ts'
import { NOBODY_THERE } from './unsubscribing.ts'

export const PREFERENCES = `/letters/preferences/${TOKEN}` as const
const MESSAGE = `${PREFERENCES}/:message{${letterChoices.messages.join('|')}}` as const

/** What a reader is sent, chosen by the link of a letter, and on their own page. */
export const preferenceRoutes = router()

preferenceRoutes.use('/letters/preferences/*', async (c, next) => (unkept(c), next()))

preferenceRoutes.get(PREFERENCES, (c) => showPreferences(c))

preferenceRoutes.post(PREFERENCES, async (c) => {
  const form = await readForm(c, frequencyForm)
  if (!form.ok) return showPreferences(c, form.errors)
  await byLink(c, (act, reader) => preferences.save(act, reader.id, given(form.values)))
  return c.redirect(`${c.req.path}?said=often`, 303)
})

preferenceRoutes.post(MESSAGE, async (c) => {
  const form = await readForm(c, answerForm)
  if (!form.ok) throw new Refusal('Choose yes or no.', 422)
  const { answer } = form.values
  const message = c.req.param('message') as letterChoices.Message
  await byLink(c, async (act, reader) => {
    if (answer === 'yes') await letterChoices.want(act, { reader, message })
    else await letterChoices.stop(act, { reader, message })
  })
  return c.redirect(`${c.req.path.replace(/\/[^/]*$/, '')}?said=${answer}`, 303)
})

preferenceRoutes.get('/my/letters', (c) => showMine(c))

preferenceRoutes.post('/my/letters', async (c) => {
  const { personId } = c.var.actor
  if (!personId) return c.redirect('/sign-in', 303)
  const form = await readForm(c, frequencyForm)
  if (!form.ok) return showMine(c, form.errors)
  await c.var.act((act) => preferences.save(act, personId, given(form.values)))
  return afterChange(c, '/my/letters', { sentence: SAID.often })
})

/** Told by a word in the address, since these pages need no cookie. */
const SAID = {
  yes: 'Your yes is kept, with the words you saw.',
  no: 'That is stopped.',
  often: 'How often we write is saved.',
} as const
const saidIn = (c: Web): string | null =>
  Object.entries(SAID).find(([word]) => word === c.req.query('said'))?.[1] ?? null

type Asked = { readonly [K in keyof Frequency]?: Frequency[K] | undefined }
const given = ({ newsletter, notices }: Asked): Partial<Frequency> => ({
  ...(newsletter && { newsletter }),
  ...(notices && { notices }),
})

/** For somebody who is written to; a 410 when the letter's reader is not. */
async function byLink(c: Web, work: (act: Act, reader: letterChoices.Reader) => Promise<void>): Promise<void> {
  const deliveryId = deliveryIn(c, 'preferences')
  await c.var.act(async (act) => {
    await limitLink(act, deliveryId, c.var.services.secret)
    const { reader } = await linkBehind(act.tx, deliveryId)
    if (!reader || reader.gone) throw new Refusal(NOBODY_THERE, 410, { label: 'Join', href: '/join' })
    await work(act, reader)
  })
}

async function showPreferences(c: Web, errors?: Errors): Promise<Response> {
  const { group, look } = c.var
  const deliveryId = deliveryIn(c, 'preferences')
  const found = await c.var.read(async (tx) => {
    const { reader } = await linkBehind(tx, deliveryId)
    if (!reader?.email || reader.gone) return null
    const choices = await letterChoices.messagesTo(tx, reader, group.name)
    return { address: halfHidden(reader.email), choices, often: await preferences.of(tx, reader.id) }
  })
  if (!found) return c.html(<NobodyPage look={look} />)
  const shown = { ...found, ...(errors && { errors }), look, zone: group.zone, path: c.req.path, said: saidIn(c) }
  return c.html(<PreferencesPage {...shown} />, errors ? 422 : 200)
}

async function showMine(c: Web, errors?: Errors): Promise<Response> {
  const { actor, group, look } = c.var
  const { personId } = actor
  if (!personId) return c.redirect('/sign-in', 303)
  const found = await c.var.read(async (tx) => {
    const reader = await letterChoices.readerOf(tx, personId)
    const choices = reader ? await letterChoices.messagesTo(tx, reader, group.name) : []
    return { asked: choices.map(({ purpose }) => purpose), often: await preferences.of(tx, personId) }
  })
  const shown = { ...found, ...(errors && { errors }), look, said: takeFlash(c)?.sentence ?? null }
  return c.html(<MyLettersPage {...shown} />, errors ? 422 : 200)
}
