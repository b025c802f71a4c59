import type { Act } from '../../platform/act.ts'
import { afterChange } from '../../platform/flash.ts'
import { readForm } from '../../platform/forms.ts'
import { allow } from '../../platform/refusal.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import { homeOf } from '../../platform/origin.ts'
import { mayWrite, writersOnly } from '../permissions.ts'
import * as letters from '../sending/letters.ts'
import * as blockWork from './blockWork.ts'
import { composed } from './composed.ts'
import { draftedBlocks } from './drafting.ts'
import { headForm, newLetterForm, type RefusedForm } from './forms.ts'
import { findLetter } from './letter.ts'
import { NewLetterPage } from './pages/NewLetterPage.tsx'
import { WritePage } from './pages/WritePage.tsx'

export const ONE = `/office/letters/:id{${uuid}}`
export const addressOf = (id: string): string => `/office/letters/${id}`

/** Beginning a letter, and the page on which all its parts stand. */
export const writeRoutes = router()

writeRoutes.get('/office/letters/new', (c) => {
  allow(mayWrite(c.var.actor), writersOnly)
  return c.html(<NewLetterPage frame={c.var.officeFrame()} />)
})

writeRoutes.post('/office/letters/new', async (c) => {
  allow(mayWrite(c.var.actor), writersOnly)
  const form = await readForm(c, newLetterForm)
  if (!form.ok) return c.html(<NewLetterPage frame={c.var.officeFrame()} {...form} />, 422)
  const { kind, subject, begin } = form.values
  const { id, actId } = await c.var.act(async (act) => {
    const blocks = begin === 'drafted' ? await draftedBlocks(act, c.var.slices, c.var.group) : []
    const made = await letters.write(act, { kind, subject })
    await blockWork.append(act, made, [{ kind: 'greeting', words: 'Dear {name}' }, ...blocks])
    return { id: made, actId: act.id }
  })
  const sentence =
    begin === 'drafted'
      ? 'Here is a draft of what happened. Change whatever you like.'
      : 'Here is your letter. Add its parts.'
  return afterChange(c, addressOf(id), { sentence, undo: actId })
})

writeRoutes.get(ONE, (c) => showLetter(c))

writeRoutes.post(ONE, async (c) => {
  allow(mayWrite(c.var.actor), writersOnly)
  const form = await readForm(c, headForm)
  if (!form.ok) return showLetter(c, { ...form, status: 422 })
  return changeLetter(c, { sentence: 'Saved.' }, (act, id) => blockWork.saveHead(act, id, form.values))
})

writeRoutes.post(`${ONE}/drafting`, (c) =>
  changeLetter(c, { sentence: 'What happened stands at the end. Change whatever you like.' }, async (act, id) => {
    await blockWork.append(act, id, await draftedBlocks(act, c.var.slices, c.var.group))
  }),
)

/** One change of the letter's, and its page again. */
export async function changeLetter(
  c: Web,
  { sentence, at = '' }: { readonly sentence: string; readonly at?: string },
  work: (act: Act, id: string) => Promise<unknown>,
): Promise<Response> {
  allow(mayWrite(c.var.actor), writersOnly)
  const id = c.req.param('id')!
  const actId = await c.var.act(async (act) => {
    await work(act, id)
    return act.id
  })
  return afterChange(c, `${addressOf(id)}${at}`, { sentence, undo: actId })
}

/** The letter with what its stories follow looked up, as readers will see them. */
export const around = (c: Web) => ({
  group: c.var.group,
  home: homeOf(c.var.services, c.var.group),
  at: new Date(),
})

async function showLetter(c: Web, refused?: RefusedForm): Promise<Response> {
  allow(mayWrite(c.var.actor), writersOnly)
  const { letter, shown } = await c.var.read(async (tx) => {
    const found = await findLetter(tx, c.req.param('id')!)
    return { letter: found, shown: await composed(tx, found, around(c)) }
  })
  return c.html(
    <WritePage frame={c.var.officeFrame()} letter={letter} blocks={shown.blocks} {...(refused && { refused })} />,
    refused?.status ?? 200,
  )
}
