import { request } from 'node:http'
import { shoot, someone } from '../browser.ts'
import { ask } from '../asking.ts'
import { askOwner } from '../people/database.ts'
import { expect, expectSame } from '../walk.ts'
import type { Scene } from '../website/scene.ts'
import { headerOf } from './post.ts'
import type { Sink } from './sink.ts'

/** One click ends the newsletter, by RFC 8058 to the letter; scanners that open the link a hundred times end nothing. */
export async function oneClick(scene: Scene, sink: Sink): Promise<void> {
  const { walk, terminal, browser } = scene
  const reader = sink.takenOf('For everybody')[0]!
  const letter = sink.lettersTo(reader).find((text) => /^Subject: For everybody/m.test(text))!
  const link = /<(http[^>]+)>/.exec(headerOf(letter, 'List-Unsubscribe'))![1]!
  expectSame(
    headerOf(letter, 'List-Unsubscribe-Post'),
    'List-Unsubscribe=One-Click',
    'List-Unsubscribe-Post (RFC 8058 §3.1)',
  )
  const signed = headerOf(letter, 'DKIM-Signature')
  expect(
    /h=[^;]*list-unsubscribe[^;]*list-unsubscribe-post/i.test(signed.replace(/\s/g, '')),
    `the signature covers both (RFC 8058 §4): ${signed}`,
  )
  walk.saw('the letter has both headers, and its DKIM signature covers them')
  for (let turn = 0; turn < 100; turn += 1) expectSame((await ask(link)).status, 200, 'A scanner’s GET')
  expectSame(await mayBeSent(scene, reader), true, 'After a hundred GETs they get the newsletter')
  walk.saw('a hundred GETs by scanners: the page with a button, and nothing changed')
  const page = await (await someone(browser)).newPage()
  await page.goto(link)
  await shoot(walk, page, 'unsubscribe')
  const { status, cookie, location } = await post(link)
  expectSame([status, cookie, location], [200, undefined, undefined], 'The POST: status, cookie, redirect')
  expectSame(await mayBeSent(scene, reader), false, 'After the POST they get the newsletter')
  expectSame((await post(link)).status, 200, 'A second POST')
  const rows = await askOwner<{ n: number }>(
    terminal,
    `select count(*)::int as n from people.objection o join people.person p on p.id = o.person_id where lower(p.email) = $1`,
    [reader],
  )
  walk.saw(
    `one POST without cookie: 200, no redirect; the newsletter has ended (${rows[0]!.n} no is kept); a second one changes nothing`,
  )
  await page.goto(link.replace('/unsubscribe/', '/unsubscribe/'))
  await shoot(walk, page, 'unsubscribed')
  await page.context().close()
}

/** As a mail program does it: no cookie, no origin of ours (RFC 8058 §3.2). */
function post(address: string): Promise<{ status: number; cookie: string | undefined; location: string | undefined }> {
  const { host, port, pathname } = new URL(address)
  const headers = { host, 'content-type': 'application/x-www-form-urlencoded' }
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path: pathname, method: 'POST', headers, agent: false },
      (answer) => {
        answer.resume()
        resolve({
          status: answer.statusCode ?? 0,
          cookie: answer.headers['set-cookie']?.[0],
          location: answer.headers.location,
        })
      },
    )
    asked.on('error', reject)
    asked.end('List-Unsubscribe=One-Click')
  })
}

async function mayBeSent({ terminal }: Scene, address: string): Promise<boolean> {
  const rows = await askOwner(
    terminal,
    `select from people.reachable where purpose = 'newsletter' and lower(email) = $1`,
    [address],
  )
  return rows.length > 0
}
