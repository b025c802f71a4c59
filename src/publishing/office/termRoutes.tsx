import type { Errors, Typed } from '../../platform/forms.ts'
import { readForm } from '../../platform/forms.ts'
import { allow, Refusal } from '../../platform/refusal.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import { mergeForm, termForm } from '../forms.ts'
import { FormRefusal } from '../../platform/formRefusal.ts'
import { mayPublish, publishersOnly } from '../permissions.ts'
import { countUses } from '../termList.ts'
import * as terms from '../terms.ts'
import { change } from './entryRoutes.tsx'
import { TermPage } from './pages/TermPage.tsx'
import { TermsPage } from './pages/TermsPage.tsx'

const HOME = '/office/terms'
const ONE = `${HOME}/:id{${uuid}}` as const

/** Categories and tags. */
export const termRoutes = router()

termRoutes.get(HOME, (c) => showTerms(c))

termRoutes.post(HOME, async (c) => {
  allowTerms(c)
  const form = await readForm(c, termForm)
  if (!form.ok) return showTerms(c, form)
  const { parent, ...words } = form.values
  return refusable(
    () =>
      change(c, HOME, async (act) => {
        await terms.create(act, { ...words, parentId: words.taxonomy === 'category' ? parent || null : null })
        return `“${words.name}” is there.`
      }),
    (errors) => showTerms(c, { typed: form.typed, errors }),
  )
})

termRoutes.get(ONE, (c) => showTerm(c))

termRoutes.post(ONE, async (c) => {
  allowTerms(c)
  const form = await readForm(c, termForm.omit({ taxonomy: true }))
  if (!form.ok) return showTerm(c, form)
  const { parent, ...words } = form.values
  return refusable(
    () =>
      change(c, HOME, async (act) => {
        const { slug, ...named } = words
        await terms.change(act, { id: c.req.param('id'), ...named, ...(slug && { slug }), parentId: parent || null })
        return `“${words.name}” is saved.`
      }),
    (errors) => showTerm(c, { typed: form.typed, errors }),
  )
})

termRoutes.post(`${ONE}/merger`, async (c) => {
  allowTerms(c)
  const form = await readForm(c, mergeForm)
  if (!form.ok) return showTerm(c, form)
  return refusable(
    () =>
      change(c, HOME, async (act) => {
        await terms.merge(act, { from: c.req.param('id'), into: form.values.into })
        return 'They are merged. The old address leads to the new one.'
      }),
    (errors) => showTerm(c, { typed: form.typed, errors }),
  )
})

termRoutes.post(`${ONE}/removal`, (c) => {
  allowTerms(c)
  return change(c, HOME, async (act) => {
    await terms.remove(act, c.req.param('id'))
    return 'It is deleted.'
  })
})

interface Refused {
  readonly typed: Typed
  readonly errors: Errors
}

const allowTerms = (c: Web) => allow(mayPublish(c.var.actor), publishersOnly)

async function showTerms(c: Web, refused?: Refused): Promise<Response> {
  allowTerms(c)
  const found = await c.var.read(async (tx) => ({ terms: await terms.listAll(tx), uses: await countUses(tx) }))
  return c.html(<TermsPage frame={c.var.officeFrame()} {...found} {...refused} />, refused ? 422 : 200)
}

async function showTerm(c: Web, refused?: Refused): Promise<Response> {
  allowTerms(c)
  const { all, uses } = await c.var.read(async (tx) => ({ all: await terms.listAll(tx), uses: await countUses(tx) }))
  const term = all.find(({ id }) => id === c.req.param('id'))
  if (!term) throw new Refusal('There is no such category or tag.', 404)
  const others = all.filter(({ id, taxonomy }) => id !== term.id && taxonomy === term.taxonomy)
  const path = terms.archivePaths(all).get(term.id)!
  return c.html(
    <TermPage frame={c.var.officeFrame()} {...{ term, others, path }} uses={uses.get(term.id) ?? 0} {...refused} />,
    refused ? 422 : 200,
  )
}

/** Shows the form again when a rule says no to one of its fields. */
export async function refusable(
  work: () => Promise<Response>,
  again: (errors: Errors) => Promise<Response>,
): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof FormRefusal)) throw error
    return again({ [error.field]: error.message })
  }
}
