import { expect, test } from 'vitest'
import { signedInAs, visitorOf } from '../../test/browser.ts'
import { aGroup } from '../../test/groups.ts'
import { testInstallation } from '../../test/installation.ts'
import { aPerson, anOfficer } from '../people/factories.ts'

const installation = testInstallation()

async function anOffice() {
  const group = await aGroup(installation)
  const context = installation.context(group)
  const ada = await anOfficer(context)
  return {
    group,
    context,
    browser: await signedInAs(installation, group, ada),
    visitor: visitorOf(installation, group),
  }
}
const text = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [{ type: 'em' }] }] }],
}

test('an officer turns what was written with the tools into plain text, and back', async () => {
  const { browser } = await anOffice()

  const plain = await browser.post('/office/writing/plain-text', { given: JSON.stringify(text) })
  const rich = await browser.post('/office/writing/document', { given: '*a*' })

  expect(await plain.json()).toEqual({ text: '*a*' })
  expect(await rich.json()).toMatchObject({ document: text })
})

test('what is pasted loses the pictures of other websites and keeps our own', async () => {
  const { browser, group } = await anOffice()
  const ours = `http://${group.slug}.localhost/files/2026/11/march.jpg`

  const pasted = await browser.post('/office/writing/pasted-document', {
    given: `<p>Look:</p><img src="https://elsewhere.example/spy.png" alt="x"><ul><li><img src="${ours}" alt="The march"></ul>`,
  })

  const { document, foreignPictures } = (await pasted.json()) as { document: unknown; foreignPictures: number }
  expect(foreignPictures).toBe(1)
  expect(JSON.stringify(document)).toContain('"src":"/files/2026/11/march.jpg"')
  expect(JSON.stringify(document)).not.toContain('elsewhere.example')
})

test('what is no document is refused in a sentence', async () => {
  const { browser } = await anOffice()

  for (const given of ['', '{', '{"type":"doc","content":[{"type":"script"}]}']) {
    const response = await browser.post('/office/writing/plain-text', { given })
    expect([given, response.status]).toEqual([given, 422])
    expect(await response.text()).toContain('This is not a document we can read.')
  }
})

test('nobody but officers has the server read for them', async () => {
  const { group, context, visitor } = await anOffice()
  const member = await signedInAs(installation, group, await aPerson(context))

  expect((await visitor.post('/office/writing/document', { given: 'a' })).headers.get('location')).toContain('/sign-in')
  expect((await member.post('/office/writing/document', { given: 'a' })).status).toBe(403)
})
