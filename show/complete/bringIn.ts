import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Services } from '../../src/platform/services.ts'
import { theHost } from '../../src/platform/actor.ts'
import { readConfig } from '../../src/platform/config.ts'
import { contextOf, openInstallation } from '../../src/platform/installation.ts'
import { trialRound } from '../../src/platform/removal.ts'
import type { GroupContext } from '../../src/platform/slice.ts'
import * as imports from '../../src/publishing/import/imports.ts'
import { importWordPress } from '../../src/publishing/import/wordpressImport.ts'
import {
  aJpeg,
  aMediaHost,
  hostileHosts,
  inHaste,
  type MediaHost,
  PICTURE,
  reachTo,
} from '../../src/publishing/media/factories.ts'
import { fetchAll } from '../../src/publishing/media/mediaJob.ts'
import { askFor, progressOf, tryAgain } from '../../src/publishing/media/wanted.ts'
import { anExport, bytesOf } from '../../src/publishing/wordpress/factories.ts'
import { command, Program, type Terminal } from '../program.ts'
import { expect, expectSame } from '../walk.ts'
import { COMMENTED } from '../website/import.ts'
import type { Scene } from '../website/scene.ts'

const UPLOADS = '/wp-content/uploads/2019/03'
const SECRET = 'a secret of this step, so that a second process reads the same keys'
const TEN = [
  'resolves to 10.0.0.7',
  'resolves to 169.254.169.254',
  'resolves to ::ffff:127.0.0.1',
  'asked for again',
].concat([
  'redirects to an inner',
  'itself for ever',
  'streams for ever',
  'drawing with a script',
  'more bytes than',
  'unfolds',
])

/**
 * Pictures fetched from a server that plays the old website, ten that mean harm, and a trial with the real export to its
 * end. Needs only the scene: it makes an installation of its own, at port 4130.
 */
export async function bringInMore(scene: Scene): Promise<void> {
  const here: Terminal = {
    folder: scene.terminal.folder,
    env: { BACKBENCH_DATA: join(scene.folder, 'bring-in'), BACKBENCH_SECRET: SECRET, PORT: '4130', TRIALS: 'allowed' },
  }
  const program = new Program(here)
  scene.walk.atTheEnd(() => program.stop())
  await inside(here, (services) => fetchPictures(scene, services))
  await program.start()
  await shownPictures(scene, here)
  await innerWebsite(scene, here)
  await trial(scene, here, program.address)
  await program.stop()
}

/** The program's own functions on the same database: what may be reached is handed to them in code, by no setting. */
async function inside<T>(
  { env }: Terminal,
  work: (services: Services, owner: Parameters<typeof trialRound>[0]) => Promise<T>,
): Promise<T> {
  const installation = await openInstallation(readConfig(env), { info: () => {}, fault: () => {} })
  try {
    return await work(installation.services, installation.database.owner)
  } finally {
    await installation.close()
  }
}

const anExportOf = (site: string): string =>
  anExport({
    baseUrl: site,
    items: [
      {
        slug: 'rain',
        content: `<img src="${site}${UPLOADS}/weir-300x200.jpg" alt="The weir"> <img src="${UPLOADS}/heron.jpg" alt="A heron">`,
      },
      ...['weir', 'lost'].map((name) => ({
        type: 'attachment',
        status: 'inherit',
        attachmentUrl: `${site}${UPLOADS}/${name}.jpg`,
      })),
    ],
  })

async function fetchPictures({ walk }: Scene, services: Services): Promise<void> {
  const jpeg = await aJpeg()
  let mended = false
  const old = await aMediaHost((request, response) => {
    const ok = mended || !request.url?.includes('lost')
    response.writeHead(ok ? 200 : 404).end(ok ? jpeg : '')
  })
  const group = await services.groups.create({ name: 'Weir Watch', slug: 'weir', hosts: [] })
  const context = contextOf(services, group, theHost(group.id))
  try {
    const importId = await context.act((act) =>
      imports.begin(act, { fileName: 'export.xml', state: 'running', fetchMedia: true }),
    )
    await importWordPress(context, { importId, open: () => bytesOf(anExportOf(old.site)), fetchMedia: true })
    const first = await fetched(context, importId, old)
    expectSame([first.here, first.failed], [2, 1], 'Pictures that came, and that did not')
    walk.saw(`from ${old.site}: ${first.here} pictures came, 1 is missing: ${first.reasons[0]?.reason}`)
    mended = true
    old.asked.length = 0
    await context.act((act) => tryAgain(act, importId))
    const second = await fetched(context, importId, old)
    expectSame(
      [second.here, second.failed, old.asked],
      [3, 0, [`${UPLOADS}/lost.jpg`]],
      'Asking again fetches what is missing',
    )
    walk.saw(`asked again: only ${old.asked.join()} was fetched, and none is missing`)
  } finally {
    await old.close()
  }
  for (const what of TEN) await refused({ walk }, context, what)
}

async function fetched(context: GroupContext, importId: string, { reach }: Pick<MediaHost, 'reach'>) {
  await fetchAll(context, { importId, manner: inHaste(reach) })
  return context.read((tx) => progressOf(tx, importId))
}

async function refused({ walk }: Pick<Scene, 'walk'>, context: GroupContext, what: string): Promise<void> {
  const hostile = hostileHosts.find((one) => one.what.includes(what))
  expect(hostile, `a hostile website that ${what}`)
  if (!hostile) return
  const host = await aMediaHost(hostile.answer)
  try {
    const path = PICTURE.replace('weir', `hostile-${TEN.indexOf(what)}`)
    const importId = await context.act(async (act) => {
      const id = await imports.begin(act, { fileName: 'hostile.xml', state: 'running' })
      await askFor(act, { importId: id, site: host.site, pictures: [{ path, url: host.site + path, alt: '' }] })
      return id
    })
    const reach = hostile.resolves ? reachTo(...hostile.resolves) : host.reach
    const { here, reasons } = await fetched(context, importId, { reach })
    expectSame([here, reasons.map(({ reason }) => reason)], [0, [hostile.sentence]], `An old website: ${hostile.what}`)
    await imports.giveUp(context, { id: importId, error: new Error('only for its pictures') })
    walk.saw(`an old website, ${hostile.what}: “${hostile.sentence}”`)
  } finally {
    await host.close()
  }
}

/** What came in stands on the website that the program serves. */
async function shownPictures({ walk }: Scene, { env }: Terminal): Promise<void> {
  const address = `http://localhost:${env['PORT']}`
  for (const name of ['weir', 'heron', 'lost']) {
    const answer = await fetch(`${address}${UPLOADS}/${name}.jpg`)
    expectSame([answer.status, answer.headers.get('content-type')], [200, 'image/jpeg'], `The picture ${name}`)
    await answer.arrayBuffer()
  }
  walk.saw(`all three are served at ${address}${UPLOADS}/…`)
}

/** The command itself, which reaches the internet and nothing else. */
async function innerWebsite({ walk, folder }: Scene, here: Terminal): Promise<void> {
  const file = join(folder, 'inner.xml')
  writeFileSync(file, anExportOf('http://127.0.0.1:4130').replaceAll('2019/03', '2020/04'))
  const { code, stdout } = await command(here, ['import', 'wordpress', file, '--group', 'weir', '--fetch-media'])
  expectSame(code, 0, 'import wordpress --fetch-media')
  expect(
    stdout.includes('leads into a private network, and nothing is fetched from there.'),
    'the refusal of 127.0.0.1',
  )
  walk.saw(`import wordpress --fetch-media of a website at 127.0.0.1: ${stdout.trim().split('\n').at(-1)}`)
}

async function trial({ walk, data }: Scene, here: Terminal, address: string): Promise<void> {
  const form = new FormData()
  form.set('export', new File([readFileSync(join(data, 'site', 'wordpress-export.xml'))], 'export.xml'))
  const begun = await fetch(`${address}/try`, {
    method: 'POST',
    body: form,
    headers: { origin: address },
    redirect: 'manual',
  })
  expectSame([begun.status, begun.headers.get('location')], [303, '/try'], 'A trial begins')
  const cookie = begun.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(address + path, { ...init, redirect: 'manual', headers: { cookie, origin: address } })

  let report = ''
  for (let i = 0; i < 300 && !report.includes('came in.'); i++) {
    await new Promise((resolve) => setTimeout(resolve, 200))
    report = await (await ask('/try')).text()
  }
  expect(report.includes('23 posts, 1 page and 1 comment came in.'), 'the report of the trial')
  walk.saw('a trial with the real export: 23 posts, 1 page and 1 comment came in')

  const mine = await ask(COMMENTED)
  const words = await mine.text()
  expectSame([mine.status, mine.headers.get('x-robots-tag')], [200, 'noindex, nofollow'], 'Its website')
  expect(words.includes('It is erased on'), 'every page says when it ends')
  expectSame((await fetch(address + COMMENTED)).status, 404, 'Another browser')
  expectSame((await ask(`${COMMENTED}comment`, { method: 'POST' })).status, 403, 'A form in a trial')
  walk.saw('its pages are there for this browser, and for no other; nothing can be sent in it')
  await erased({ walk }, here, () => ask(COMMENTED))
}

/** A day later, as far as the database is concerned. */
async function erased({ walk }: Pick<Scene, 'walk'>, here: Terminal, ask: () => Promise<Response>): Promise<void> {
  await inside(here, async (services, owner) => {
    const group = services.groups.all.find(({ trialUntil }) => trialUntil)
    expect(group, 'the trial among the groups')
    const id = group?.id ?? 0
    await services.pool.query('update platform.group set trial_until = now() where id = $1', [id])
    await services.pool.query("select pg_notify('groups_changed', '')")
    await trialRound(owner).run(services)
    const { rows: tables } = await services.pool.query<{ name: string }>(TABLES_OF_GROUPS)
    expect(tables.length > 20, 'the tables of groups in the catalogue')
    for (const { name: table } of tables)
      expectSame((await contextRows(services, table, id)).length, 0, `Rows left in ${table}`)
    walk.saw('after its time the round erased it: no row of it in any table that the catalogue lists')
  })
  await new Promise((resolve) => setTimeout(resolve, 500))
  expectSame((await ask()).status, 404, 'Its key opens nothing any more')
}

/** Asked of the catalogue here, apart from what the removal asks; the program's role sees the tables it may use. */
const TABLES_OF_GROUPS = `
  select format('%I.%I', table_schema, table_name) as name from information_schema.columns
    join information_schema.tables using (table_schema, table_name)
    where column_name = 'group_id' and table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'graphile_worker')`

/** As the group itself would see them: row security shows a group its own rows. */
async function contextRows({ pool }: Services, table: string, id: number): Promise<readonly unknown[]> {
  const client = await pool.connect()
  try {
    await client.query(`begin read only`)
    await client.query(`select set_config('app.group_id', $1, true)`, [String(id)])
    return (await client.query(`select 1 from ${table} where group_id = $1 limit 1`, [id])).rows
  } finally {
    await client.query('rollback')
    client.release()
  }
}
