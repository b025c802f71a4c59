import { expect, test } from 'vitest'
import { type Browser, signedInAs, visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { anOfficer } from '../../people/factories.ts'
import { type DocJson, documents } from '../../writing/index.ts'
import { aPost, aText } from '../factories.ts'
import { entries } from '../index.ts'

const installation = testInstallation()

async function anOffice() {
  const group = await aGroup(installation)
  const context = installation.context(group)
  const ada = await anOfficer(context, { role: 'editor' })
  return {
    group,
    context,
    browser: await signedInAs(installation, group, ada),
    visitor: visitorOf(installation, group),
  }
}
type Office = Awaited<ReturnType<typeof anOffice>>

const words = (text: string, ...marks: readonly object[]) => ({ type: 'text', text, ...(marks.length && { marks }) })
const paragraph = (id: string | null, ...content: readonly object[]) => ({ type: 'paragraph', attrs: { id }, content })
const doc = (...content: readonly object[]) => JSON.stringify({ type: 'doc', content })
const strong = { type: 'strong' }

const filled = { basedOn: '0', title: 'Carers need a rise', author: '' }

async function press(browser: Browser, path: string, fields: Record<string, string>): Promise<string> {
  const response = await browser.post(path, fields)
  expect([response.status, await response.clone().text()]).toEqual([303, ''])
  return (response.headers.get('location') ?? '').split('/').at(-1) ?? ''
}

const bodyOf = ({ context }: Office, id: string): Promise<DocJson> =>
  context.read(async (tx) => {
    const entry = await entries.findEntry(tx, id)
    return (await documents.findVersion(tx, { documentId: entry!.document_id }))!.body
  })
const told = (body: DocJson) => (body.content ?? []).map(({ attrs, content }) => [attrs?.['id'], content?.[0]?.text])

test('what an officer wrote with the tools is saved, shown to the public and there to be written on', async () => {
  const office = await anOffice()
  const document = doc(paragraph(null, words('A rise is '), words('due', strong), words('.')))

  await press(office.browser, '/office/posts/new/publication', { ...filled, document, text: 'an old copy' })

  const { rows } = await installation.owner.query('select path, target from publishing.address')
  expect(await (await office.visitor.get(rows[0].path)).text()).toContain('A rise is <strong>due</strong>.')
  const html = await (await office.browser.get('/office/posts')).text()
  const id = /\/office\/posts\/([0-9a-f-]{36})/.exec(html)![1]!
  const editor = await (await office.browser.get(`/office/posts/${id}`)).text()
  expect(editor).toContain('A rise is **due**.')
  expect(editor).toMatch(/<input type="hidden" name="document" value="\{&quot;type&quot;:&quot;doc&quot;[^>]+ disabled/)
})

test('both ways of writing make the same document', async () => {
  const office = await anOffice()
  const document = doc(
    paragraph(null),
    { type: 'heading', attrs: { level: 3 }, content: [words('Why')] },
    paragraph(null, words('Because', strong)),
    paragraph(null),
  )

  const rich = await press(office.browser, '/office/posts/new', { ...filled, document })
  const plain = await press(office.browser, '/office/posts/new', { ...filled, text: '### Why\n\n**Because**\n' })

  const [one, other] = [await bodyOf(office, rich), await bodyOf(office, plain)].map((body) =>
    JSON.stringify(body, (key, value: unknown) => (key === 'id' ? null : value)),
  )
  expect(one).toBe(other)
})

test('a block that stays keeps its id when others are written, split, copied and moved around it', async () => {
  const office = await anOffice()
  const text = 'The first paragraph about carers.\n\nThe second paragraph about councils and what they do.'
  const id = await press(office.browser, '/office/posts/new', { ...filled, text })
  const [first, second] = (await bodyOf(office, id)).content!.map(({ attrs }) => String(attrs!['id']))

  await press(office.browser, `/office/posts/${id}`, {
    ...filled,
    basedOn: '1',
    document: doc(
      paragraph(first!),
      paragraph(second!, words('The second paragraph about councils')),
      paragraph(second!, words('and what they do.')),
      paragraph('an id of somebody else', words('New.')),
      paragraph(first!, words('The first paragraph about carers.')),
    ),
  })

  const blocks = told(await bodyOf(office, id))
  expect(blocks.map(([, shown]) => shown)).toEqual([
    'The second paragraph about councils',
    'and what they do.',
    'New.',
    'The first paragraph about carers.',
  ])
  expect(blocks[0]![0]).toBe(second)
  expect(blocks[3]![0]).toBe(first)
  expect(new Set(blocks.map(([own]) => own)).size).toBe(4)
  expect(blocks[2]![0]).toMatch(/^[0-9a-f-]{36}$/)
})

test('a text that was opened with the tools and not changed makes no new version', async () => {
  const office = await anOffice()
  const post = await aPost(office.context, { title: 'Pay', body: aText('The words.') })
  const document = JSON.stringify(await bodyOf(office, post.id))

  await press(office.browser, `/office/posts/${post.id}`, { ...filled, title: 'Pay', basedOn: '1', document })

  const { rows } = await installation.owner.query('select max(number) from writing.version')
  expect(rows[0].max).toBe(1)
})

test.each([
  ['cut off', doc(paragraph(null, words('Words I typed'))).slice(0, -3), 'Words I typed'],
  ['with a block nobody knows', doc({ type: 'script', content: [words('Words I typed')] }), 'Words I typed'],
  [
    'with an unsafe link',
    doc(paragraph(null, words('Words I typed', { type: 'link', attrs: { href: 'javascript:alert(1)' } }))),
    'Words I typed',
  ],
  ['nested without end', `${'{"type":"blockquote","content":['.repeat(5000)}${']}'.repeat(5000)}`, ''],
  ['that is a list', '[1,2]', ''],
])('a document %s is refused in a sentence, and everything typed comes back', async (_, document, kept) => {
  const office = await anOffice()

  const response = await office.browser.post('/office/posts/new/publication', { ...filled, document, excerpt: 'Short' })

  const html = await response.text()
  expect(response.status).toBe(422)
  expect(html).toContain('The text arrived in a form that cannot be read')
  expect(html).toContain('<title>Error: ')
  for (const typed of [kept, 'Carers need a rise', 'Short']) expect(html).toContain(typed)
  expect(html).not.toContain('href="javascript')
  expect((await installation.owner.query('select from publishing.entry')).rows).toEqual([])
})

test('a text beyond all measure is refused before it is kept', async () => {
  const office = await anOffice()

  const response = await office.browser.post('/office/posts/new', {
    ...filled,
    document: doc(paragraph(null, words('long '.repeat(80_001)))),
  })

  expect(response.status).toBe(422)
  expect(await response.text()).toContain('longer than one page can hold')
})

test('a refused form comes back for both ways of writing', async () => {
  const office = await anOffice()
  const document = doc(paragraph(null, words('Kept', strong)))

  const html = await (await office.browser.post('/office/posts/new', { ...filled, title: '', document })).text()

  expect(html).toContain('Give it a title.')
  expect(html).toContain('**Kept**')
  expect(html).toContain('data-unsaved')
  expect(html).toMatch(/name="document" value="[^"]*&quot;Kept&quot;/)
})

test('when somebody else saved meanwhile, what was written with the tools is compared with theirs and kept', async () => {
  const office = await anOffice()
  const post = await aPost(office.context, { title: 'Pay', body: aText('The first words.'), published: false })
  const other = await signedInAs(installation, office.group, await anOfficer(office.context, { role: 'treasurer' }))
  await press(other, `/office/posts/${post.id}`, { ...filled, basedOn: '1', text: 'The other officer’s **words**.' })
  const mine = doc(paragraph(null, words('My own words.', strong)))

  const response = await office.browser.post(`/office/posts/${post.id}/publication`, {
    ...filled,
    basedOn: '1',
    document: mine,
  })

  const html = await response.text()
  expect(response.status).toBe(409)
  expect(html).toContain('Somebody else saved while you were writing')
  expect(html).toContain('**My own words.**')
  expect(html).toContain('The other officer’s <strong>words</strong>.')
  await press(office.browser, `/office/posts/${post.id}`, { ...filled, basedOn: '2', document: mine })
  expect(told(await bodyOf(office, post.id))[0]![1]).toBe('My own words.')
})
