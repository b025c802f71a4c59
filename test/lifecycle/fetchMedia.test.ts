import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { aJpeg, aMediaHost } from '../../src/publishing/media/factories.ts'
import { anExport } from '../../src/publishing/wordpress/factories.ts'
import { anInstallation } from './archives.ts'

const UPLOADS = '/wp-content/uploads/2019/03'
const NAMES = Array.from({ length: 22 }, (_, n) => `weir-${n}.jpg`)
/** How so many went is kept in one act, so one kill loses these at most. */
const HANDFUL = 8

/** The old website. Where it is told to, it leaves whoever asks without an answer. */
async function anOldWebsite() {
  const pictures = new Map<string, Buffer>()
  for (const [n, name] of NAMES.entries()) pictures.set(`${UPLOADS}/${name}`, await aJpeg(`#${String(100 + n * 7)}`))
  const silence = { from: Infinity, begins: (): void => {} }
  const host = await aMediaHost((request, response) => {
    if (host.asked.length >= silence.from) return silence.begins()
    response.end(pictures.get(request.url ?? ''))
  })
  onTestFinished(() => host.close())
  const silent = (from: number) =>
    new Promise<void>((begins) => Object.assign(silence, { from: host.asked.length + from, begins }))
  return { ...host, silent, speak: () => Object.assign(silence, { from: Infinity }) }
}

const exportOf = (site: string): string =>
  anExport({
    baseUrl: site,
    items: [
      { slug: 'weirs', content: NAMES.map((name) => `<img src="${site}${UPLOADS}/${name}" alt="A weir">`).join(' ') },
      ...NAMES.map((name) => ({
        type: 'attachment',
        status: 'inherit' as const,
        attachmentUrl: `${site}${UPLOADS}/${name}`,
      })),
    ],
  })

test('pictures that were being fetched when the command was killed come when it is asked again, each once', async () => {
  const { services, database, dataDir } = await anInstallation()
  const { id } = await services.groups.create({ name: 'Weirs', slug: 'weirs', hosts: [] })
  const old = await anOldWebsite()
  const file = join(dirname(dataDir), 'export.xml')
  writeFileSync(file, exportOf(old.site))
  const begin = () =>
    spawn(process.execPath, [join(import.meta.dirname, 'fetcher.ts'), dataDir, 'weirs', file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
  for (const from of [4, HANDFUL + 5]) {
    const silent = old.silent(from)
    const command = begin()
    await silent
    command.kill('SIGKILL')
    await once(command, 'close')
  }
  old.speak()
  const before = old.asked.length

  const last = begin()
  const [said] = await Promise.all([text(last.stdout), once(last, 'close')])

  expect(last.exitCode).toBe(0)
  // The second command had kept a handful: nobody asks for those again.
  const left = NAMES.length - HANDFUL
  expect(JSON.parse(said)).toMatchObject({ posts: { made: 0 }, fetched: { here: left, waiting: 0, failed: 0 } })
  expect(old.asked.length - before).toBe(left)
  const owner = new pg.Client(database.owner)
  await owner.connect()
  const { rows } = await owner.query(
    `select (select count(*)::int from publishing.picture) as pictures, (select count(*)::int from publishing.picture where sha256 is not null) as here,
       (select count(*)::int from publishing.entry) as posts, (select count(*)::int from platform.file) as files`,
  )
  await owner.end()
  expect(rows).toEqual([{ pictures: NAMES.length, here: NAMES.length, posts: 1, files: NAMES.length }])
  const stored = readdirSync(dirname(services.files.path(id, 'x'))).filter((name) => /^[0-9a-f]{64}$/.test(name))
  expect(stored).toHaveLength(NAMES.length)
  expect(new Set(old.asked).size).toBe(NAMES.length)
})
