import { expect, test } from 'vitest'
import { visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { writeSetting } from '../../platform/settings.ts'
import { fromMarkdown } from '../../writing/index.ts'
import { aComment, anAuthor, aPage, aPost, aText, aTerm } from '../factories.ts'
import * as entries from '../entries.ts'
import * as menus from '../menus.ts'
import { aMissingPicture, anOldPost, aPicture } from './factories.ts'
import { frontPageSetting, imprintSetting, joinSetting, noticeSetting } from './settings.ts'

const installation = testInstallation()

async function aWebsite() {
  const group = await aGroup(installation, { name: 'Fair Care Forum' })
  const context = installation.context(group)
  const visitor = visitorOf(installation, group)
  const read = async (path: string) => (await visitor.get(path)).text()
  return { group, context, visitor, read }
}

test('a post says who wrote it, when, how long it takes and whose view it is', async () => {
  const { context, read } = await aWebsite()
  const author = await anAuthor(context, { name: 'Maud Ellery', about: 'Writes about pay.' })
  const post = await anOldPost(context, {
    title: 'What fair pay costs',
    on: '2019-06-30T23:30:00Z',
    authorId: author.id,
    excerpt: 'In short: less than agencies.',
    standing: 'personal',
    body: aText('Word '.repeat(660)),
  })

  const page = await read(post.path)

  expect(page).toContain('<a href="/author/maud-ellery/" rel="author">Maud Ellery</a>')
  expect(page).toContain('>1 July 2019</time>') // the group's own day, not London's winter one
  expect(page).toContain('3 minutes to read')
  expect(page).toContain('<p class="lede" lang="en-GB">In short: less than agencies.</p>')
  expect(page).toContain('It does not bind Fair Care Forum.')
  expect(page).toContain('Writes about pay.')
})

test('a post carries its description for other sites and machines', async () => {
  const { context, visitor } = await aWebsite()
  const author = await anAuthor(context, { name: 'Maud Ellery' })
  const picture = await aPicture(context, { alt: 'A stall' })
  const post = await aPost(context, { title: 'Pay & </script>', authorId: author.id, pictureId: picture.id })

  const response = await visitor.get(post.path)
  const page = await response.text()
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '') as Record<
    string,
    unknown
  >

  expect(data).toMatchObject({
    '@type': 'Article',
    headline: 'Pay & </script>',
    author: { '@type': 'Person', name: 'Maud Ellery' },
  })
  expect(data['url']).toMatch(new RegExp(`^http://[^/]+${post.path}$`))
  expect(page).toContain('<meta property="og:type" content="article"/>')
  expect(page).toMatch(/<meta property="og:image" content="http:\/\/[^"]+\/files\/[^"]+\.jpg"\/>/)
  expect(page).toContain('<meta property="og:image:alt" content="A stall"/>')
  expect(page).toMatch(/<link rel="canonical" href="http:\/\/[^"]+"\/>/)
})

test('readers learn what changed since a post was published', async () => {
  const { context, read } = await aWebsite()
  const post = await aPost(context)
  await context.act((act) => entries.publish(act, { id: post.id, note: 'The figure for Leeds was wrong.' }))

  expect(await read(post.path)).toMatch(/Updated <time[^>]+>[^<]+<\/time>:<\/b> The figure for Leeds was wrong\./)
})

test('one goes on to the post before and the post after', async () => {
  const { context, read } = await aWebsite()
  const first = await anOldPost(context, { title: 'First', on: '2018-01-01' })
  const second = await anOldPost(context, { title: 'Second', on: '2018-02-01' })
  const third = await anOldPost(context, { title: 'Third', on: '2018-03-01' })

  const page = await read(second.path)

  expect(page).toContain(`<a href="${first.path}" rel="prev">`)
  expect(page).toContain(`<a href="${third.path}" rel="next">`)
  expect(await read(third.path)).not.toContain('rel="next"')
})

test('a picture comes in sizes, and its words are those of the picture when the text has none', async () => {
  const { context, read } = await aWebsite()
  const picture = await aPicture(context, { alt: 'Members at a stall', width: 1000 })
  const figure = { type: 'figure', attrs: { src: picture.path, alt: '' } }
  const post = await aPost(context, { body: { type: 'doc', content: [figure] } })

  const page = await read(post.path)

  expect(page).toMatch(
    /<img src="\/files\/[^"]+\?v=[0-9a-f]{12}" srcset="[^"]+&amp;w=320 320w, [^"]+ 1000w" sizes="[^"]+" alt="Members at a stall" width="1000" height="600"/,
  )
})

test('a picture that is not here, or on another site, is told in words', async () => {
  const { context, read } = await aWebsite()
  await aMissingPicture(context, '/wp-content/uploads/2017/11/march.jpg', 'The march in Leeds')
  const figures = [
    {
      type: 'figure',
      attrs: { src: '/wp-content/uploads/2017/11/march.jpg', alt: '', href: '/wp-content/uploads/2017/11/march.jpg' },
    },
    { type: 'figure', attrs: { src: 'https://tracker.example/pixel.gif', alt: 'A chart' } },
    { type: 'gallery', content: [{ type: 'figure', attrs: { src: '/files/gone.jpg', alt: 'A banner' } }] },
  ]
  const post = await aPost(context, { body: { type: 'doc', content: figures } })

  const page = await read(post.path)

  expect(page).toContain('<em>Picture: The march in Leeds</em>')
  expect(page).toContain('<em>Picture: A chart</em>')
  expect(page).toContain('<em>Picture: A banner</em>')
  expect(page).not.toContain('<img')
  expect(page).not.toContain('tracker.example')
})

test('readers’ comments stand under what they answer, as text', async () => {
  const { context, read } = await aWebsite()
  const post = await aPost(context, { title: 'Talked about' })
  const body = 'Look at https://council.example/report, and\nthen <b>act</b>.\n\nNow.'
  const first = await aComment(context, { entryId: post.id, author: 'Joan', body })
  await aComment(context, { entryId: post.id, author: 'Piet', body: 'I agree.', parentId: first.id })
  await context.act(({ tx }) =>
    tx
      .updateTable('publishing.comment')
      .set({ author_url: 'javascript:alert(1)' })
      .where('author_name', '=', 'Joan')
      .execute(),
  )
  await context.act(({ tx }) =>
    tx
      .updateTable('publishing.comment')
      .set({ author_url: 'https://piet.example/' })
      .where('author_name', '=', 'Piet')
      .execute(),
  )

  await aComment(context, { entryId: post.id, author: 'Ned', body: 'Me too.' })
  await context.act(({ tx }) =>
    tx.updateTable('publishing.comment').set({ author_url: '/sign-out' }).where('author_name', '=', 'Ned').execute(),
  )

  const page = await read(post.path)

  expect(page).toContain('3 comments')
  expect(page).not.toContain('/sign-out')
  expect(page).toContain(
    '<a href="https://council.example/report" rel="nofollow ugc">https://council.example/report</a>, and<br/>then &lt;b&gt;act&lt;/b&gt;.',
  )
  expect(page).toContain('<p>Now.</p>')
  expect(page).toContain('<a href="https://piet.example/" rel="nofollow ugc">Piet</a>')
  expect(page).not.toContain('javascript:')
  expect(page).toMatch(/Now\.<\/p><footer>.*?<\/footer><\/article><ol class="comments".*I agree\./s)
  expect(page).toContain('Comments on this post are closed.')
})

test('a comment whose question was not approved still stands', async () => {
  const { context, read } = await aWebsite()
  const post = await aPost(context)
  const hidden = await aComment(context, { entryId: post.id, body: 'Buy pills', status: 'spam' })
  await aComment(context, { entryId: post.id, body: 'A fair point.', parentId: hidden.id })

  const page = await read(post.path)

  expect(page).toContain('A fair point.')
  expect(page).not.toContain('Buy pills')
})

test('stored scripts stay text, wherever they were typed', async () => {
  const { context, visitor } = await aWebsite()
  const script = '<script>alert(1)</script>'
  const author = await anAuthor(context, { name: script, slug: 'x', about: script })
  const term = await aTerm(context, { name: script, slug: 'y', description: script })
  const tag = await aTerm(context, { taxonomy: 'tag', name: script, slug: 'z' })
  const given = {
    title: script,
    excerpt: script,
    authorId: author.id,
    termIds: [term.id, tag.id],
    body: fromMarkdown(script),
  }
  const post = await aPost(context, given)
  await aPage(context, { title: `${script} page`, slug: 'p', excerpt: script })
  await aComment(context, { entryId: post.id, author: script, body: script })
  await context.act(async (act) => {
    await menus.save(act, [{ label: script, level: 0, target: { kind: 'entry', entryId: post.id } }])
    await writeSetting(act, noticeSetting, { sentence: script, link: null })
    await writeSetting(act, imprintSetting, { name: script, address: script })
  })

  const paths = [
    post.path,
    '/p',
    '/posts',
    '/author/x/',
    '/category/y/',
    '/tag/z/',
    '/search?q=%3Cscript%3Ealert',
    '/feed/',
    '/feed.json',
    '/comments/feed/',
    '/nothing<script>',
  ]
  for (const path of paths) {
    const text = await (await visitor.get(path)).text()
    expect([path, text.includes('<script>alert')]).toEqual([path, false])
  }
})

test('the frame shows the group’s menu, notice, way to join and imprint', async () => {
  const { context, read } = await aWebsite()
  const page = await aPage(context, { title: 'About us' })
  const hidden = await aPage(context, { title: 'Not yet', published: false })
  const term = await aTerm(context, { name: 'Pay' })
  await context.act(async (act) => {
    await menus.save(act, [
      { label: 'Who we are', level: 0, target: { kind: 'entry', entryId: page.id } },
      { label: 'Coming soon', level: 0, target: { kind: 'entry', entryId: hidden.id } },
      { label: 'On pay', level: 0, target: { kind: 'term', termId: term.id } },
      { label: 'Elsewhere', level: 1, target: { kind: 'link', href: 'https://partner.example/' } },
    ])
    await writeSetting(act, noticeSetting, {
      sentence: 'Members’ meeting on Thursday',
      link: { label: 'Book a place', href: '/meeting' },
    })
    await writeSetting(act, joinSetting, { label: 'Join us', href: '/join' })
    await writeSetting(act, imprintSetting, { name: 'M Ellery', address: '14 Mill Lane, Shrewsbury' })
  })

  const shown = await read('/posts')

  expect(shown).toContain(`<a href="${page.path}">Who we are</a>`)
  expect(shown).toContain('href="/category/pay/">On pay</a>')
  expect(shown).toContain('<a href="https://partner.example/">Elsewhere</a>')
  expect(shown).not.toContain('Coming soon')
  expect(shown).toContain('Members’ meeting on Thursday <a href="/meeting">Book a place</a>')
  expect(shown).toContain('href="/join"')
  expect(shown).toContain('Promoted by M Ellery, 14 Mill Lane, Shrewsbury.')
})

test('a group may put a page of its own on its front', async () => {
  const { context, read } = await aWebsite()
  const page = await aPage(context, { title: 'Welcome here' })
  await context.act((act) => writeSetting(act, frontPageSetting, page.id))

  const front = await read('/')

  expect(front).toContain('Welcome here')
  expect(front).toMatch(/<link rel="canonical" href="http:\/\/[^/"]+\/"\/>/)
})
