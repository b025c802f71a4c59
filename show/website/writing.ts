import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { ask, page } from '../asking.ts'
import { shoot } from '../browser.ts'
import { expect, expectSame } from '../walk.ts'
import { COMMENTED as POST } from './import.ts'
import { Typist } from './keyboard.ts'
import { signedIn } from '../signingIn.ts'
import type { Scene, Trial } from './scene.ts'

const ADDED = 'A walk through Backbench added this sentence.'

/** An officer changes an old post and writes a new one. Nothing here has a pointer or a script. */
export async function writing(scene: Scene, trial: Trial): Promise<void> {
  const context = await signedIn(scene, trial)
  const typist = new Typist(context.pages()[0]!)
  await editOldPost(scene, trial, typist)
  const address = await writeNewPost(scene, trial, typist)
  await shoot(scene.walk, context.pages()[0]!, 'imported-scheduled-editor')
  await appears(scene, trial, address)
  scene.walk.saw(`${typist.keys} keys pressed; no pointer, no script`)
  await context.close()
}

async function editOldPost({ walk }: Scene, { address }: Trial, typist: Typist): Promise<void> {
  await typist.open(`${address}/office/posts`)
  await typist.write('Words in the title', 'parliamentarians november 2017')
  await typist.enter()
  await typist.activate('link', /parliamentarians.*november 2017/i)
  expect(/^\/office\/posts\/[0-9a-f-]{36}$/.test(typist.path), `the post opens in the editor, not ${typist.path}`)
  await typist.append('Text', `\n\n${ADDED}\n`)
  await typist.activate('button', 'Preview')
  expect((await typist.text()).includes(ADDED), 'the preview shows the new sentence')
  expect(!(await page(address + POST)).includes(ADDED), 'readers do not see it yet')
  walk.saw('edited the post of step 3 and previewed it; readers do not see the change yet')

  await typist.activate('link', 'Go on writing')
  await typist.activate('button', 'Publish the changes')
  expect((await page(address + POST)).includes(ADDED), 'once published, readers see the new sentence')
  walk.saw('published: readers see it')
  await typist.activate('button', 'Undo')
  expect(!(await page(address + POST)).includes(ADDED), 'after Undo readers see the post as it was')
  walk.saw('undone: readers see the post as it was')
}

/** Gives the path at which the new post will stand. */
async function writeNewPost({ walk, folder }: Scene, { address }: Trial, typist: Typist): Promise<string> {
  const picture = join(folder, 'bridge.png')
  await sharp(drawing, { density: 96 }).png().toFile(picture)
  await typist.open(`${address}/office/posts`)
  await typist.activate('link', 'Write a post')
  await typist.write('Title', 'Our bridge opens again')
  await typist.write('Text', newText)
  await typist.choose('Picture', picture)
  await typist.write('What it shows', 'A drawing of a bridge over blue water')
  await typist.activate('button', 'Add the picture')
  expect((await typist.text()).includes('The picture is at the end of the text.'), 'the picture is taken')
  await typist.unfold('Publish it later')
  const at = soon()
  await typist.writeMoment('Day and time', at)
  await typist.activate('button', 'Schedule it')
  expect(
    /It will appear/.test(await typist.text()),
    `the editor says when it will appear: ${(await typist.text()).slice(0, 600)}`,
  )
  walk.saw(`wrote a post with a table and a picture, scheduled for ${at.replace('T', ' ')}`)
  return `/${at.slice(0, 4)}/${at.slice(5, 7)}/our-bridge-opens-again`
}

async function appears({ walk }: Scene, { address }: Trial, path: string): Promise<void> {
  expectSame((await ask(address + path)).status, 404, `${path} before its time`)
  for (const limit = Date.now() + 180_000; (await ask(address + path)).status !== 200; await sleep(500))
    expect(Date.now() < limit, `${path} appears within three minutes`)
  const post = await page(address + path)
  expect(/<table[\s>]/.test(post) && /<th[^>]*>Month/.test(post), 'the new post has its table')
  const image = /<img\b[^>]*alt="A drawing of a bridge[^>]*>/.exec(post)?.[0]
  const src = /\bsrc="([^"]+)"/.exec(image ?? '')?.[1]
  expect(src, 'the new post has its picture, with its words')
  const picture = await ask(new URL(src.replaceAll('&amp;', '&'), address + path).href)
  expectSame([picture.status, picture.headers['content-type']?.split('/')[0]], [200, 'image'], 'Its picture')
  expect((await page(`${address}/`)).includes('Our bridge opens again'), 'the home page shows it')
  expect((await page(`${address}/feed/`)).includes('Our bridge opens again'), 'and so does the feed')
  walk.saw(`it appeared at ${path} by itself, with table and picture, on the home page and in the feed`)
}

/** The next whole minute that leaves time to press the button, in London's clock: '2026-11-22T14:05'. */
function soon(): string {
  const at = new Date(Math.ceil((Date.now() + 40_000) / 60_000) * 60_000)
  return at.toLocaleString('sv-SE', { timeZone: 'Europe/London' }).slice(0, 16).replace(' ', 'T')
}

const newText = `The bridge by the mill is open again.

## What it carried

| Month | Walkers |
| --- | --- |
| May | 410 |
| June | 502 |

Thank you to all who wrote to the council.
`

const drawing = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="960" height="540">
<rect width="960" height="540" fill="#dbe9f4"/><rect y="380" width="960" height="160" fill="#3f7cac"/>
<path d="M0 330 Q480 90 960 330 V380 Q480 170 0 380Z" fill="#7a4b2a"/></svg>`)
