import { expect, test } from 'vitest'
import { visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { aPerson } from '../../people/factories.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { slices } from '../../slices.ts'
import * as entries from '../entries.ts'
import { aComment, anAuthor, aPage, aPost, aText, aTerm } from '../factories.ts'
import { work } from '../../serve.ts'
import { aPicture } from './factories.ts'

const installation = testInstallation()

const MARKER = 'zanzibar'

/** Everything that must not be seen says so by one word; everything else does not. */
async function aWebsiteWithSecrets(context: GroupContext) {
  const person = await aPerson(context, { name: `Zara ${MARKER}`, email: `${MARKER}@example.org` })
  const pen = await anAuthor(context, { name: 'A Night Worker', penName: true, personId: person.id })
  const silent = await anAuthor(context, { name: `Silent ${MARKER}` })
  const [category, tag] = [
    await aTerm(context, { name: 'Pay' }),
    await aTerm(context, { taxonomy: 'tag', name: 'Care' }),
  ]
  const filed = { authorId: pen.id, termIds: [category.id, tag.id] }
  const picture = await aPicture(context)
  const figure = { type: 'figure', attrs: { src: picture.path, alt: 'A stall' } }
  const post = await aPost(context, {
    title: 'Nights',
    ...filed,
    pictureId: picture.id,
    body: { type: 'doc', content: [figure, ...aText('Public words on care.').content!] },
  })
  await aPage(context, { title: 'About' })
  await aComment(context, { entryId: post.id, author: 'Joan', body: 'Well said.' })

  const secret = { ...filed, title: `On ${MARKER}`, body: aText(`All about ${MARKER}.`), excerpt: MARKER }
  await aPost(context, { ...secret, authorId: silent.id, published: false })
  const scheduled = await aPost(context, { ...secret, slug: 's', published: false })
  const withdrawn = await aPost(context, { ...secret, slug: 'w' })
  const page = await aPage(context, { title: `Page ${MARKER}` })
  await aComment(context, { entryId: withdrawn.id, body: 'Words under what was taken down' })
  await context.act(async (act) => {
    await entries.schedule(act, { id: scheduled.id, at: new Date(Date.now() + 86_400_000) })
    await entries.withdraw(act, withdrawn.id)
    await entries.withdraw(act, page.id)
    const [latest, title] = [1, `Nights in ${MARKER}`]
    await entries.save(act, { id: post.id, basedOn: latest, title, body: aText(MARKER), excerpt: MARKER })
  })
  for (const status of ['pending', 'spam', 'trash'] as const) {
    await aComment(context, { entryId: post.id, author: MARKER, body: MARKER, status })
  }
  return { post, scheduled, withdrawn, page }
}

test('drafts, what is scheduled or withdrawn, waiting comments and the person behind a pen name appear nowhere', async () => {
  const group = await aGroup(installation)
  const context = installation.context(group)
  const { post, withdrawn, page, scheduled } = await aWebsiteWithSecrets(context)
  await installation.runJobs(work)
  const visitor = visitorOf(installation, group)
  const samples = await context.read(async (tx) => {
    const lists = []
    for (const slice of slices) lists.push((await slice.samples?.(tx, installation.services.secret)) ?? [])
    return lists.flat().filter(({ as }) => as === 'visitor')
  })
  const more = [
    `/search?q=${MARKER}`,
    `/search?q=zanzibr`,
    '/search?q=nights',
    withdrawn.path,
    page.path,
    `/2026/11/s`,
    `${withdrawn.path}/feed/`,
    '/',
  ]

  const addresses = new Set([...samples.map(({ address }) => address), ...more, post.path])
  expect(addresses.size).toBeGreaterThan(30)
  for (const address of addresses) {
    const response = await visitor.get(address)
    const text = (await response.text())
      .toLowerCase()
      .replaceAll(`search?q=${MARKER}`, '')
      .replaceAll(`“${MARKER}”`, '')
      .replaceAll(`value="${MARKER}"`, '')
    expect([address, text.includes(MARKER)]).toEqual([address, false])
    expect([address, text.includes('under what was taken down')]).toEqual([address, false])
    expect([address, response.status < 500]).toEqual([address, true])
  }
  expect(scheduled.path).toBe('')
})

test('the marker would be seen: the same words published are', async () => {
  const group = await aGroup(installation)
  const context = installation.context(group)
  await aPost(context, { title: `On ${MARKER}` })
  const visitor = visitorOf(installation, group)

  for (const address of ['/', '/posts', '/feed/', '/feed.json', '/sitemap.xml', `/search?q=${MARKER}`]) {
    expect([address, (await (await visitor.get(address)).text()).includes(MARKER)]).toEqual([address, true])
  }
})
