import sharp from 'sharp'
import { expect, test } from 'vitest'
import { aGroup } from '../../../test/groups.ts'
import { type Browser, signedInAs, visitorOf } from '../../../test/browser.ts'
import { testInstallation } from '../../../test/installation.ts'
import { anOfficer } from '../../people/factories.ts'
import { offices } from '../../people/index.ts'
import type { Role } from '../../platform/roles.ts'
import { undo } from '../../platform/undo.ts'
import { civilDay } from '../../platform/time.ts'
import { aPage, aPost, aTerm, aText } from '../factories.ts'
import { entries } from '../index.ts'

const installation = testInstallation()

async function anOffice(role: Role = 'editor') {
  const group = await aGroup(installation)
  const context = installation.context(group)
  const officer = await anOfficer(context, { role })
  return {
    group,
    context,
    officer,
    browser: await signedInAs(installation, group, officer),
    visitor: visitorOf(installation, group),
  }
}
type Office = Awaited<ReturnType<typeof anOffice>>

const written = { basedOn: '0', title: 'Carers need a rise', text: 'A rise is **due**.', author: '' }

/** Presses a button of the editor and gives back where it led. */
async function press(
  browser: Browser,
  path: string,
  fields: Record<string, string | readonly string[] | File> = written,
): Promise<string> {
  const response = await browser.post(path, fields)
  expect([response.status, await response.clone().text()]).toEqual([303, ''])
  return response.headers.get('location') ?? ''
}

const idOf = (location: string) => location.split('/').at(-1) ?? ''
const entryOf = ({ context }: Office, id: string) => context.read((tx) => entries.findEntry(tx, id))
const addressesOf = ({ context }: Office) =>
  context.read((tx) => tx.selectFrom('publishing.address').select(['path', 'kind', 'target']).orderBy('path').execute())
const pathOf = async (office: Office) => (await addressesOf(office))[0]?.path ?? ''

/** Takes the last act back, as the toast's button does. */
async function undoLast({ browser, context }: Office): Promise<void> {
  const flash = JSON.parse(Buffer.from(browser.cookies.get('flash') ?? '', 'base64url').toString()) as { undo: string }
  await context.act((act) => undo(act, flash.undo))
}

test('an officer writes a post with a table, previews it, publishes it, and readers see it', async () => {
  const office = await anOffice()
  const { browser, visitor } = office
  const text = 'A rise is **due**.\n\n| Year | Pay |\n| --- | ---: |\n| 2026 | £12 |\n'

  const preview = await press(browser, '/office/posts/new/preview', { ...written, text })
  const seen = await browser.get(preview)
  expect([seen.status, seen.headers.get('x-robots-tag')]).toEqual([200, 'noindex'])
  expect(await seen.text()).toMatch(/<h1[^>]*>Carers need a rise<\/h1>[\s\S]*<strong>due<\/strong>[\s\S]*<table/)
  expect((await visitor.get(preview)).status).toBe(303)

  const editor = preview.replace('/preview', '')
  await press(browser, `${editor}/publication`, { ...written, basedOn: '1', text })

  const page = await visitor.get(await pathOf(office))
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('<strong>due</strong>')
  expect(await (await browser.get('/office/posts')).text()).toContain('Published')
})

test('a script stays text, in the title, the text, the tags and the summary', async () => {
  const office = await anOffice()
  const script = '<script>alert(1)</script>'

  await press(office.browser, '/office/posts/new/publication', {
    ...written,
    title: script,
    text: `${script}\n\n[x](javascript:alert(1))`,
    tags: script,
    excerpt: script,
  })

  const id = (
    await office.context.read((tx) => tx.selectFrom('publishing.entry').select('id').executeTakeFirstOrThrow())
  ).id
  for (const page of [
    await office.visitor.get(await pathOf(office)),
    await office.browser.get(`/office/posts/${id}`),
    await office.browser.get('/office/posts'),
    await office.browser.get('/office/terms'),
  ]) {
    const html = await page.text()
    expect(page.status).toBe(200)
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('href="javascript')
  }
})

test('hostile endings become harmless, and the website’s own addresses are refused with everything kept', async () => {
  const office = await anOffice()

  await press(office.browser, '/office/pages/new/publication', { ...written, slug: '../../etc/passwd\u0000?x=<b>' })
  expect(await pathOf(office)).toBe('/etc-passwd-x-b')

  for (const slug of ['office', 'search', '2026', 'My']) {
    const response = await office.browser.post('/office/pages/new/publication', {
      ...written,
      slug,
      text: 'Words I typed',
    })
    const html = await response.text()
    expect([slug, response.status]).toEqual([slug, 422])
    expect(html).toContain('belongs to the website itself')
    expect(html).toContain('Words I typed')
    expect(html).toContain('<title>Error: ')
  }
  expect(await addressesOf(office)).toHaveLength(1)
})

test('an address that is taken is refused in words', async () => {
  const office = await anOffice()
  await aPage(office.context, { title: 'About us' })

  const response = await office.browser.post('/office/pages/new/publication', { ...written, slug: 'about-us' })

  expect(response.status).toBe(422)
  expect(await response.text()).toContain('Another page has, or once had, the address /about-us')
})

test('over-long and missing input comes back with everything typed', async () => {
  const { browser } = await anOffice()

  const missing = await browser.post('/office/posts/new', { ...written, title: '  ', text: 'Kept words' })
  expect(missing.status).toBe(422)
  expect(await missing.text()).toMatch(/Give it a title\.[\s\S]*Kept words/)

  const long = await browser.post('/office/posts/new', {
    ...written,
    title: 'x'.repeat(301),
    excerpt: 'y'.repeat(601),
    slug: 'z'.repeat(201),
  })
  const html = await long.text()
  expect(long.status).toBe(422)
  for (const words of ['Keep the title under 301', 'Keep the summary under 601', 'under 201', 'x'.repeat(301)])
    expect(html).toContain(words)
})

test('when somebody else saved meanwhile, both texts are shown and nothing typed is lost', async () => {
  const office = await anOffice()
  const post = await aPost(office.context, { title: 'Pay', body: aText('The first words.'), published: false })
  const other = await signedInAs(installation, office.group, await anOfficer(office.context, { role: 'treasurer' }))
  await press(other, `/office/posts/${post.id}`, {
    ...written,
    basedOn: '1',
    title: 'Pay',
    text: 'The words of the other officer.',
  })

  const response = await office.browser.post(`/office/posts/${post.id}/publication`, {
    ...written,
    basedOn: '1',
    title: 'Pay',
    text: 'My own words.',
  })

  const html = await response.text()
  expect(response.status).toBe(409)
  expect(html).toContain('Somebody else saved while you were writing')
  expect(html).toMatch(/<textarea[^>]*name="text"[^>]*>My own words\./)
  expect(html).toMatch(/<textarea[^>]*name="theirs"[^>]*>The words of the other officer\./)
  expect(html).toMatch(/<del>[\s\S]*<ins>/)
  expect(html).toContain('name="basedOn" value="2"')
  expect((await entryOf(office, post.id))?.status).toBe('draft')
})

test('two officers who change different details both keep what they changed', async () => {
  const office = await anOffice()
  const post = await aPost(office.context, { title: 'Pay', body: aText('The same words.'), published: false })
  const editor = `/office/posts/${post.id}`
  const page = await (await office.browser.get(editor)).text()
  const seen = /name="seen" value="([^"]*)"/.exec(page)![1]!.replaceAll('&quot;', '"')
  const fields = { basedOn: '1', title: 'Pay', text: 'The same words.', seen }
  await press(office.browser, editor, { ...fields, excerpt: 'What pay does.' })

  await press(office.browser, editor, { ...fields, pinned: 'yes' })

  expect(await entryOf(office, post.id)).toMatchObject({ excerpt: 'What pay does.', pinned: true })
})

test('officers write, but only some publish', async () => {
  const office = await anOffice('treasurer')
  const editor = await press(office.browser, '/office/posts/new')

  const refused = await office.browser.post(`${editor}/publication`, { ...written, basedOn: '1' })

  expect(refused.status).toBe(403)
  expect((await entryOf(office, idOf(editor)))?.status).toBe('draft')
  expect(await (await office.browser.get(editor)).text()).not.toContain('Publish the post')
  expect((await office.browser.get('/office/menu')).status).toBe(403)
})

test('a role that ends stops its holder at once, in the middle of the work', async () => {
  const office = await anOffice('editor')
  await anOfficer(office.context, { role: 'chair' })
  const editor = await press(office.browser, '/office/posts/new')
  const held = await office.context.read((tx) => offices.heldOn(tx, civilDay(new Date(), 'Europe/London')))
  await office.context.act((act) => offices.end(act, held.find(({ personId }) => personId === office.officer.id)!.id))

  const response = await office.browser.post(`${editor}/publication`, { ...written, basedOn: '1' })

  expect(response.status).toBe(403)
  expect((await entryOf(office, idOf(editor)))?.status).toBe('draft')
})

test('what belongs to another group is not there', async () => {
  const [mine, theirs] = [await anOffice(), await anOffice()]
  const post = await aPost(theirs.context)
  const term = await aTerm(theirs.context)

  for (const path of ['', '/preview', '/versions', '/versions/compare?from=1&to=1']) {
    expect([path, (await mine.browser.get(`/office/posts/${post.id}${path}`)).status]).toEqual([path, 404])
  }
  for (const path of ['', '/publication', '/withdrawal', '/removal', '/versions/1/restoration']) {
    expect([
      path,
      (await mine.browser.post(`/office/posts/${post.id}${path}`, { ...written, basedOn: '1' })).status,
    ]).toEqual([path, 404])
  }
  const filed = await mine.browser.post('/office/posts/new', { ...written, categories: term.id })
  expect(filed.status).toBe(422)
  expect((await entryOf(theirs, post.id))?.status).toBe('published')
  expect((await mine.browser.get('/office/pages/not-an-id')).status).toBe(404)
})

test('a post is not found among the pages', async () => {
  const office = await anOffice()
  const post = await aPost(office.context)

  expect((await office.browser.get(`/office/pages/${post.id}`)).status).toBe(404)
})

test('a picture chosen while writing is saved with the text, upright and without the place it was taken', async () => {
  const office = await anOffice()
  const photo = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#246' } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'Somebody' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()
  const fields = {
    ...written,
    picture: new File([photo], 'March in Leeds.JPG', { type: 'text/plain' }),
    pictureAlt: 'Members on the march',
    pictureCaption: 'Leeds',
  }

  const editor = await press(office.browser, '/office/posts/new/picture', fields)

  const html = await (await office.browser.get(editor)).text()
  expect(html).toMatch(
    /A rise is \*\*due\*\*\.[\s\S]*!\[Members on the march\]\(\/files\/\d{4}\/\d\d\/march-in-leeds\.jpg/,
  )
  const stored = await office.context.read((tx) => tx.selectFrom('platform.file').selectAll().executeTakeFirstOrThrow())
  expect([stored.width, stored.height, stored.media_type]).toEqual([20, 40, 'image/jpeg'])
  const bytes = await sharp(installation.services.files.path(office.group.id, stored.sha256)).metadata()
  expect([bytes.exif, bytes.xmp, bytes.iptc]).toEqual([undefined, undefined, undefined])
})

test('what is no picture is refused in words, and the text is kept', async () => {
  const { browser } = await anOffice()
  const files = [
    new File(['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'], 'a.png', {
      type: 'image/png',
    }),
    new File(['<!doctype html><p>hello'], 'a.jpg', { type: 'image/jpeg' }),
    new File([Buffer.from('ffd8ffe000104a464946', 'hex')], 'cut.jpg', { type: 'image/jpeg' }),
  ]

  for (const picture of files) {
    const response = await browser.post('/office/posts/new/picture', {
      ...written,
      text: 'Kept words',
      picture,
      pictureAlt: 'A thing',
    })
    const html = await response.text()
    expect(response.status).toBe(415)
    expect(html).toMatch(/not a picture we can show|damaged/)
    expect(html).toContain('Kept words')
  }
})

test('a picture needs words for those who cannot see it', async () => {
  const { browser } = await anOffice()
  const picture = new File(
    [
      await sharp({ create: { width: 4, height: 4, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    ],
    'a.png',
  )

  const response = await browser.post('/office/posts/new/picture', { ...written, picture })

  expect(response.status).toBe(422)
  expect(await response.text()).toContain('Say in a few words what the picture shows')
})

test('withdrawing answers 410, publishing again brings the same address back', async () => {
  const office = await anOffice()
  const post = await aPost(office.context)

  await press(office.browser, `/office/posts/${post.id}/withdrawal`, {})
  expect((await office.visitor.get(post.path)).status).toBe(410)
  await undoLast(office)
  expect((await office.visitor.get(post.path)).status).toBe(200)

  await press(office.browser, `/office/posts/${post.id}/withdrawal`, {})
  await press(office.browser, `/office/posts/${post.id}/publication`, { ...written, basedOn: '1' })
  expect((await office.visitor.get(post.path)).status).toBe(200)
})

test('undoing a first publication takes the post and its address off the website', async () => {
  const office = await anOffice()
  const editor = await press(office.browser, '/office/posts/new')
  await press(office.browser, `${editor}/publication`, { ...written, basedOn: '1' })
  const path = await pathOf(office)

  await undoLast(office)

  expect((await office.visitor.get(path)).status).toBe(404)
  expect((await entryOf(office, idOf(editor)))?.status).toBe('draft')
  expect(await office.context.read((tx) => tx.selectFrom('publishing.search_text').selectAll().execute())).toEqual([])
})

test('an update note is shown to readers, and undoing the publication takes it back', async () => {
  const office = await anOffice()
  const post = await aPost(office.context, { title: 'Pay' })
  await press(office.browser, `/office/posts/${post.id}/publication`, {
    ...written,
    basedOn: '1',
    title: 'Pay',
    text: 'Better words.',
    note: 'Corrected the sum.',
  })
  const page = await (await office.visitor.get(post.path)).text()
  expect(page).toMatch(/Corrected the sum\.[\s\S]*Better words\./)

  await undoLast(office)

  const again = await (await office.visitor.get(post.path)).text()
  expect(again).not.toContain('Corrected the sum.')
  expect(again).toContain('A few words.')
})

test('versions are listed and compared, and an old one is brought back', async () => {
  const office = await anOffice()
  const post = await aPost(office.context, { title: 'Pay', body: aText('Pay carers twelve pounds.') })
  await press(office.browser, `/office/posts/${post.id}`, {
    ...written,
    basedOn: '1',
    title: 'Pay',
    text: 'Pay carers thirteen pounds.',
  })

  const list = await (await office.browser.get(`/office/posts/${post.id}/versions`)).text()
  expect(list).toContain(office.officer.name)
  const compared = await (await office.browser.get(`/office/posts/${post.id}/versions/compare?from=1&to=2`)).text()
  expect(compared).toMatch(/<del>twelve\s*<\/del>[\s\S]*<ins>thirteen\s*<\/ins>/)
  expect((await office.browser.get(`/office/posts/${post.id}/versions/compare?from=1&to=99`)).status).toBe(404)

  await press(office.browser, `/office/posts/${post.id}/versions/1/restoration`, {})
  expect(await (await office.browser.get(`/office/posts/${post.id}`)).text()).toContain('Pay carers twelve pounds.')
})

test('a draft is deleted with everything that hangs on it, and undo brings it back', async () => {
  const office = await anOffice()
  const term = await aTerm(office.context)
  const post = await aPost(office.context, { published: false, termIds: [term.id] })

  await press(office.browser, `/office/posts/${post.id}/removal`, {})
  expect((await office.browser.get(`/office/posts/${post.id}`)).status).toBe(404)
  await undoLast(office)

  expect((await office.browser.get(`/office/posts/${post.id}`)).status).toBe(200)
  expect(await office.context.read((tx) => tx.selectFrom('publishing.entry_term').select('term_id').execute())).toEqual(
    [{ term_id: term.id }],
  )
})

test('what has been public is withdrawn, never deleted', async () => {
  const office = await anOffice()
  const post = await aPost(office.context)

  expect((await office.browser.post(`/office/posts/${post.id}/removal`)).status).toBe(409)
})

test('a list of many posts is divided into pages and searched by title', async () => {
  const office = await anOffice()
  for (let number = 1; number <= 31; number += 1)
    await aPost(office.context, { title: `Letter ${number}`, published: false })
  await aPost(office.context, { title: 'Wages_report', published: false })

  const first = await (await office.browser.get('/office/posts?status=draft')).text()
  expect(first).toContain('Page 1 of 2')
  expect(await (await office.browser.get('/office/posts?q=s_r')).text()).toMatch(/Wages_report/)
  expect(await (await office.browser.get('/office/posts?q=letter+31')).text()).not.toContain('Wages_report')
  expect(await (await office.browser.get('/office/posts?q=nothing+such')).text()).toContain('Nothing found')
  expect((await office.browser.get('/office/posts?status=nonsense&page=-3')).status).toBe(200)
})
