import type { Errors, Typed } from '../../platform/forms.ts'
import { readForm } from '../../platform/forms.ts'
import { allow, Refusal } from '../../platform/refusal.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import * as authors from '../authors.ts'
import { authorForm, mergeForm } from '../forms.ts'
import { mayPublish, publishersOnly } from '../permissions.ts'
import { countTexts } from '../termList.ts'
import { change } from './entryRoutes.tsx'
import { AuthorPage } from './pages/AuthorPage.tsx'
import { AuthorsPage } from './pages/AuthorsPage.tsx'
import { peopleByName } from './writers.ts'
import { refusable } from './termRoutes.tsx'

const HOME = '/office/authors'
const ONE = `${HOME}/:id{${uuid}}` as const

/** The names texts appear under. */
export const authorRoutes = router()

authorRoutes.get(HOME, (c) => showAuthors(c))

authorRoutes.post(HOME, async (c) => {
  allowAuthors(c)
  const form = await readForm(c, authorForm)
  if (!form.ok) return showAuthors(c, form)
  const { person, ...words } = form.values
  return refusable(
    () =>
      change(c, HOME, async (act) => {
        await authors.create(act, { ...words, personId: person || null })
        return `“${words.name}” can now be chosen as an author.`
      }),
    (errors) => showAuthors(c, { typed: form.typed, errors }),
  )
})

authorRoutes.get(ONE, (c) => showAuthor(c))

authorRoutes.post(ONE, async (c) => {
  allowAuthors(c)
  const form = await readForm(c, authorForm)
  if (!form.ok) return showAuthor(c, form)
  const { person, slug, ...words } = form.values
  return refusable(
    () =>
      change(c, HOME, async (act) => {
        await authors.change(act, { id: c.req.param('id'), ...words, ...(slug && { slug }), personId: person || null })
        return `“${words.name}” is saved.`
      }),
    (errors) => showAuthor(c, { typed: form.typed, errors }),
  )
})

authorRoutes.post(`${ONE}/merger`, async (c) => {
  allowAuthors(c)
  const form = await readForm(c, mergeForm)
  if (!form.ok) return showAuthor(c, form)
  return refusable(
    () =>
      change(c, HOME, async (act) => {
        await authors.merge(act, { from: c.req.param('id'), into: form.values.into })
        return 'They are one author now. The old address leads to the new one.'
      }),
    (errors) => showAuthor(c, { typed: form.typed, errors }),
  )
})

interface Refused {
  readonly typed: Typed
  readonly errors: Errors
}

const allowAuthors = (c: Web) => allow(mayPublish(c.var.actor), publishersOnly)

async function showAuthors(c: Web, refused?: Refused): Promise<Response> {
  allowAuthors(c)
  const found = await c.var.read(async (tx) => ({
    authors: await authors.list(tx),
    texts: await countTexts(tx),
    people: await peopleByName(tx),
  }))
  return c.html(<AuthorsPage frame={c.var.officeFrame()} {...found} {...refused} />, refused ? 422 : 200)
}

async function showAuthor(c: Web, refused?: Refused): Promise<Response> {
  allowAuthors(c)
  const { all, texts, people } = await c.var.read(async (tx) => ({
    all: await authors.list(tx),
    texts: await countTexts(tx),
    people: await peopleByName(tx),
  }))
  const author = all.find(({ id }) => id === c.req.param('id'))
  if (!author) throw new Refusal('There is no such author.', 404)
  const others = all.filter(({ id }) => id !== author.id)
  return c.html(
    <AuthorPage
      frame={c.var.officeFrame()}
      {...{ author, others, people }}
      texts={texts.get(author.id) ?? 0}
      {...refused}
    />,
    refused ? 422 : 200,
  )
}
