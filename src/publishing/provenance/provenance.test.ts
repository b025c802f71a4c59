import { expect, test } from 'vitest'
import { type Browser, signedInAs, visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { anOfficer } from '../../people/factories.ts'
import { undo } from '../../platform/undo.ts'
import * as entries from '../entries.ts'
import { aPost } from '../factories.ts'
import { whereaboutsOf } from './provenance.ts'

const installation = testInstallation()

const SOURCE = {
  source: 'The Marstow Herald',
  sourceHref: 'https://herald.example/weir',
  sourceLeave: 'With the editor’s permission',
  sourceOn: '3 March 2026',
}
const APPEARED = '2 May 2026, Fields, Woods and Waters, https://fields.example/weir\n2026-04-01: Parish Magazine'

async function anOffice() {
  const group = await aGroup(installation)
  const context = installation.context(group)
  const officer = await signedInAs(installation, group, await anOfficer(context))
  return { group, context, officer, visitor: visitorOf(installation, group) }
}

const words = { title: 'The weir', text: 'It is broken.', basedOn: '0' }
const html = async (browser: Browser, path: string) => (await browser.get(path)).text()
const location = (response: Response) => response.headers.get('location') ?? ''

test('a republished text says whose it is, by what right and since when, and points search engines there', async () => {
  const { officer, visitor } = await anOffice()

  await officer.post('/office/posts/new/publication', { ...words, ...SOURCE })

  const post = await html(visitor, '/2026/11/the-weir')
  expect(post).toContain(
    'First published by <a href="https://herald.example/weir" rel="external">The Marstow Herald</a> on 3 March 2026. With the editor’s permission.',
  )
  expect(post).toContain('<link rel="canonical" href="https://herald.example/weir"/>')
  expect(post).toContain('"isBasedOn":"https://herald.example/weir"')
})

test('a source that was never on the web leaves the post its own address', async () => {
  const { officer, visitor, group } = await anOffice()

  await officer.post('/office/posts/new/publication', { ...words, ...SOURCE, sourceHref: '', sourceOn: '' })

  const post = await html(visitor, '/2026/11/the-weir')
  expect(post).toContain('First published by The Marstow Herald. With the editor’s permission.')
  expect(post).toContain(`<link rel="canonical" href="http://${group.slug}.localhost/2026/11/the-weir"/>`)
})

test('where a text appeared stands below it and in the list of all, the latest first', async () => {
  const { officer, visitor } = await anOffice()

  await officer.post('/office/posts/new/publication', { ...words, appearances: APPEARED })

  const post = await html(visitor, '/2026/11/the-weir')
  expect(post).toContain(
    '<a href="https://fields.example/weir" rel="external">Fields, Woods and Waters</a>, 2 May 2026',
  )
  expect(post.indexOf('Fields, Woods')).toBeLessThan(post.indexOf('Parish Magazine, 1 April 2026'))
  const list = await html(visitor, '/appeared-in')
  expect(list).toContain('<a href="/2026/11/the-weir">The weir</a>')
  expect(list).toContain('Parish Magazine, 1 April 2026')
  expect(await html(visitor, '/sitemap.xml')).toContain('/appeared-in</loc>')
})

test.each([
  ['source', { ...SOURCE, source: '' }, 'Say who published it first.'],
  ['sourceLeave', { ...SOURCE, sourceLeave: '' }, 'Say by what right it stands here'],
  ['sourceHref', { ...SOURCE, sourceHref: 'javascript:alert(1)' }, 'Enter the whole address'],
  ['sourceHref', { ...SOURCE, sourceHref: '/weir' }, 'Enter the whole address'],
  ['sourceOn', { ...SOURCE, sourceOn: '30 February 2026' }, 'Enter the day it appeared there'],
  ['appearances', { appearances: 'Fields and Waters, last week' }, 'We could not read “Fields and Waters, last week”.'],
  ['appearances', { appearances: '31 April 2026, Fields' }, 'We could not read “31 April 2026, Fields”.'],
])('a slip in %s comes back with everything typed and a sentence beside it', async (field, typed, sentence) => {
  const { officer } = await anOffice()

  const answer = await officer.post('/office/posts/new', { ...words, ...typed })

  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain(sentence)
  expect(page).toContain(`href="#field-${field}"`)
  for (const value of Object.values(typed)) expect(page).toContain(value)
})

test('a change waits for the next publication, is shown in the preview, and comes back into the form', async () => {
  const { officer, visitor } = await anOffice()
  const editor = location(await officer.post('/office/posts/new/publication', { ...words, ...SOURCE }))

  await officer.post(editor, { ...words, basedOn: '1', ...SOURCE, source: 'Fields', appearances: APPEARED })

  expect(await html(visitor, '/2026/11/the-weir')).toContain('The Marstow Herald')
  expect(await html(visitor, '/appeared-in')).not.toContain('The weir')
  expect(await html(officer, `${editor}/preview`)).toContain('>Fields</a>')
  const form = await html(officer, editor)
  expect(form).toContain('1 April 2026, Parish Magazine')
  expect(form).toContain('value="3 March 2026"')
  await officer.post(`${editor}/publication`, { ...words, basedOn: '1', ...SOURCE, source: 'Fields' })
  expect(await html(visitor, '/2026/11/the-weir')).toContain('>Fields</a>')
})

test('saving the same again changes nothing and stages nothing', async () => {
  const { officer, context } = await anOffice()
  const typed = { ...words, basedOn: '1', ...SOURCE, appearances: APPEARED }
  const editor = location(await officer.post('/office/posts/new/publication', { ...typed, basedOn: '0' }))

  await officer.post(editor, typed)

  const drafts = await context.read((tx) => tx.selectFrom('publishing.draft').select('entry_id').execute())
  expect(drafts).toEqual([])
})

test('a deleted draft comes back with its source and where it appeared', async () => {
  const { context } = await anOffice()
  const said = {
    provenance: { source: 'Herald', href: '', leave: 'With permission', firstOn: null },
    appearances: [{ outlet: 'Fields', on: '2026-05-02', href: '' }],
  }
  const post = await aPost(context, { published: false, ...said })
  const removal = await context.act(async (act) => {
    await entries.remove(act, post.id)
    return act.id
  })
  expect(await context.read((tx) => whereaboutsOf(tx, post.id))).toEqual({ provenance: null, appearances: [] })

  await context.act((act) => undo(act, removal))

  expect(await context.read((tx) => whereaboutsOf(tx, post.id))).toEqual(said)
})
