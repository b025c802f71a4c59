import { expect, test } from 'vitest'
import { type Browser, signedInAs, visitorOf } from '../../test/browser.ts'
import { aGroup } from '../../test/groups.ts'
import { testInstallation } from '../../test/installation.ts'
import { anOfficer } from '../people/factories.ts'
import { aPage, aPost } from '../publishing/factories.ts'

const installation = testInstallation()

const THERE = 'https://old.example/news'
const NOINDEX = '<meta name="robots" content="noindex"/>'
const html = async (browser: Browser, path: string) => (await browser.get(path)).text()

async function aWebsite() {
  const group = await aGroup(installation)
  const context = installation.context(group)
  const post = await aPost(context, { title: 'Our bridge' })
  const page = await aPage(context, { title: 'About us' })
  const officer = await signedInAs(installation, group, await anOfficer(context))
  return { post, page, officer, visitor: visitorOf(installation, group) }
}
const say = (officer: Browser, elsewhere: string) => officer.post('/office/settings/elsewhere', { elsewhere })

test('while the website is elsewhere the home page says what the group is and leads there', async () => {
  const { officer, visitor } = await aWebsite()
  await officer.post('/office/settings/about', { about: 'We look after three rivers.' })

  await say(officer, THERE)

  const home = await html(visitor, '/')
  expect(home).toContain('We look after three rivers.')
  expect(home).toMatch(/<a class="btn lg" href="https:\/\/old\.example\/news">.*Go to our website<\/a>/)
  expect(home).not.toContain('Our bridge')
  expect(home).not.toContain('href="/posts"')
  expect(home).not.toContain(NOINDEX)
})

test('posts stay readable for whoever knows the address, out of menus, sitemap and search engines', async () => {
  const { officer, visitor, post } = await aWebsite()

  await say(officer, THERE)

  const shown = await html(visitor, post.path)
  expect(shown).toContain('<h1 lang="en-GB">Our bridge</h1>')
  expect(shown).toContain(NOINDEX)
  expect(await html(visitor, '/posts')).toContain(NOINDEX)
  const sitemap = await html(visitor, '/sitemap.xml')
  expect(sitemap.match(/<loc>/g)).toHaveLength(1)
  expect(sitemap).not.toContain(post.path)
})

test('a page chosen as the first gives way, and comes back with the website', async () => {
  const { officer, visitor, page } = await aWebsite()
  await officer.post('/office/settings/front-page', { front_page: page.id })
  await say(officer, THERE)
  expect(await html(visitor, '/')).toContain('Go to our website')

  await say(officer, '')

  const home = await html(visitor, '/')
  expect(home).toContain('About us</h1>')
  expect(home).not.toContain(NOINDEX)
  expect(await html(visitor, '/sitemap.xml')).toContain('/posts</loc>')
})

test('officers are told on Today and over their lists, with the way back', async () => {
  const { officer } = await aWebsite()
  await say(officer, THERE)

  for (const path of ['/office', '/office/posts', '/office/pages']) {
    const page = await html(officer, path)
    expect(page).toContain('Your website is elsewhere.')
    expect(page).toContain('href="/office/settings#elsewhere"')
  }
})

test.each(['old.example', '/news', 'javascript:alert(1)', 'ftp://old.example'])(
  '%s is no address of a website, and comes back with the reason',
  async (typed) => {
    const { officer } = await aWebsite()

    const answer = await say(officer, typed)

    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Enter the whole address of your website')
    expect(page).toContain(`value="${typed}"`)
  },
)
