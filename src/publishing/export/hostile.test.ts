import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { fromMarkdown, normalise } from '../../writing/index.ts'
import { aRandomDocument } from '../../writing/document/factories.ts'
import * as entries from '../entries.ts'
import { aComment, anAuthor, aPage, aPost, aTerm, aText } from '../factories.ts'
import { importing } from '../import/factories.ts'
import * as menus from '../menus.ts'
import * as terms from '../terms.ts'
import { type Contents, contentsOf, differences } from './contents.ts'
import { exported, HOME } from './factories.ts'
import { xmlText } from './xml.ts'

const installation = testInstallation()
const aSite = async () => installation.context(await aGroup(installation))

/** Out of one group and into another, empty one. Says where the two differ, and what went between them. */
async function movedFrom(here: GroupContext) {
  const there = await aSite()
  const file = await exported(here)
  await importing(there, file)
  return { file, there, differing: differences(await here.read(contentsOf), await there.read(contentsOf)) }
}

/** Throws at the first fault: unlike WordPress’s reader and ours, it forgives nothing. */
function readStrictly(xml: string): void {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
}

const NASTY = ']]> <b>x</b> &amp; & "quoted" \u0001\u000b \ufffe [gallery] 👩‍👩‍👧 ŵ ]\u0002]>'

/** Texts without what XML cannot hold, titles and names on one line. */
function asXmlHolds(contents: Contents): Contents {
  const held = (value: unknown, key: string): unknown => {
    if (typeof value !== 'string') return value
    return ONE_LINE.has(key) ? xmlText(value.replace(/\p{Cc}/gu, ' ')).replace(/\s+/g, ' ') : xmlText(value)
  }
  return JSON.parse(JSON.stringify(contents, (key, value: unknown) => held(value, key))) as Contents
}
const ONE_LINE = new Set(['name', 'shown', 'title', 'description'])

test('no words can break the file, whatever they hold', async () => {
  const [here, there] = [await aSite(), await aSite()]
  const author = await anAuthor(here, { name: `Ann ${NASTY}`, about: `Lines\n${NASTY}` })
  const term = await aTerm(here, { name: `Care ${NASTY}`, description: NASTY })
  const post = await aPost(here, {
    title: NASTY,
    body: normalise(aText(NASTY, `]]]>]>${NASTY}`)),
    excerpt: `${NASTY}\n\n${NASTY}`,
    authorId: author.id,
    termIds: [term.id],
  })
  await aComment(here, { entryId: post.id, author: NASTY, body: `${NASTY}\n\nand\nlines & ]]&gt;` })

  const file = await exported(here)
  await importing(there, file)

  readStrictly(file)
  const [ours, theirs] = [asXmlHolds(await here.read(contentsOf)), await there.read(contentsOf)]
  expect(differences(ours, theirs)).toEqual([])
  expect(theirs.posts[0]?.['title']).toContain(']]> <b>x</b> &amp; & "quoted"')
})

test('every kind of text, address and menu line comes back as it was', async () => {
  const here = await aSite()
  const [above, pen] = [await aTerm(here, { name: 'Above' }), await anAuthor(here, { name: 'Quill', penName: true })]
  const below = await aTerm(here, { name: 'Below', parentId: above.id })
  const tag = await aTerm(here, { taxonomy: 'tag', name: 'Above' })
  const linked = await aPost(here, { title: 'Linked', pinned: true, standing: 'agreed', authorId: pen.id })
  const page = await aPage(here, { title: 'Top', commentsOpen: true })
  const child = await aPage(here, { title: 'Under', parentId: page.id, termIds: [below.id, tag.id] })
  const body = fromMarkdown(
    `[one](${linked.path}) [two](${HOME}${linked.path}) [three](#x)\n\n![A](/files/2026/01/a.png "B"){10x20}\n\n----more----\n\n{lang=cy}\nDŵr^[Nodyn]`,
  )
  const changed = await aPost(here, { title: 'Changed', body, slug: 'before' })
  await here.act(async (act) => {
    await entries.save(act, { id: changed.id, basedOn: 1, title: 'Changed', body, slug: 'after' })
    await entries.publish(act, { id: changed.id, note: 'A & B <corrected>' })
    await entries.withdraw(act, (await entries.findEntry(act.tx, linked.id))!.id)
    await terms.change(act, { id: above.id, slug: 'over' })
    await menus.save(act, [
      { label: 'Page & <co>', level: 0, target: { kind: 'entry', entryId: page.id } },
      { label: 'Child', level: 1, target: { kind: 'entry', entryId: child.id } },
      { label: 'Tag', level: 0, target: { kind: 'term', termId: tag.id } },
      { label: 'Link', level: 1, target: { kind: 'link', href: '/about#us' } },
    ])
  })
  await aPost(here, { title: '', published: false })
  const later = await aPost(here, { title: 'Later', published: false })
  await here.act((act) => entries.schedule(act, { id: later.id, at: new Date('2031-05-06T07:08:00Z') }))
  const first = await aComment(here, { entryId: changed.id, body: 'First' })
  await aComment(here, { entryId: changed.id, body: 'Second', parentId: first.id, status: 'pending' })
  await aComment(here, { entryId: changed.id, status: 'spam' })
  await aComment(here, { entryId: changed.id, status: 'trash' })

  const { file, there, differing } = await movedFrom(here)

  readStrictly(file)
  expect(differing).toEqual([])
  const { addresses } = await there.read(contentsOf)
  const count = (wanted: string) => addresses.filter(({ kind }) => kind === wanted).length
  expect([count('entry'), count('redirect'), count('gone')]).toEqual([3, 3, 1])
  expect(await exported(there)).toBe((await exported(here)).replaceAll(here.group.name, there.group.name))
})

test('documents of any shape come back the same', async () => {
  const here = await aSite()
  for (let seed = 1; seed <= 60; seed++)
    await aPost(here, { title: `Text ${seed}`, body: normalise(aRandomDocument(seed)), published: seed % 2 === 0 })

  expect((await movedFrom(here)).differing).toEqual([])
})
