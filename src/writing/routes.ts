import { z } from 'zod'
import { isOfficer } from '../platform/actor.ts'
import { readForm } from '../platform/forms.ts'
import { allow, Refusal } from '../platform/refusal.ts'
import { router, type Web } from '../platform/web.ts'
import { type DocJson, parseDoc, pastedDocument, readMarkdown, toMarkdown } from './document/index.ts'

const MOST = 4_500_000
const form = z.object({ given: z.string().max(MOST, 'This is more than one text can hold.') })

/** One text in another form, for the rich editor: as plain text, from plain text, from what was pasted. Nothing is kept. */
export const routes = router()

routes.post('/office/writing/plain-text', async (c) => c.json({ text: toMarkdown(documentIn(await given(c))) }))

routes.post('/office/writing/document', async (c) => c.json({ document: readMarkdown(await given(c)).doc }))

routes.post('/office/writing/pasted-document', async (c) => {
  const { doc, lost } = pastedDocument(await given(c), c.var.origin)
  return c.json({ document: doc, foreignPictures: lost.filter(({ kind }) => kind === 'foreign-picture').length })
})

async function given(c: Web): Promise<string> {
  allow(isOfficer(c.var.actor))
  const sent = await readForm(c, form)
  if (!sent.ok) throw new Refusal(sent.errors['given'] ?? 'There is nothing to read.', 422)
  return sent.values.given
}

function documentIn(sent: string): DocJson {
  try {
    return parseDoc(JSON.parse(sent))
  } catch (cause) {
    throw Object.assign(new Refusal('This is not a document we can read.', 422), { cause })
  }
}
