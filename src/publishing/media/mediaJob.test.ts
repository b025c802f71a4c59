import { expect, onTestFinished, test } from 'vitest'
import { visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import * as imports from '../import/imports.ts'
import { aJpeg, aMediaHost, type Answer, hostileHosts, inHaste, type MediaHost, PICTURE, reachTo } from './factories.ts'
import { fetchAll, type Manner, mediaJob } from './mediaJob.ts'
import { askFor, AT_ONCE, progressOf, tryAgain } from './wanted.ts'

const installation = testInstallation()

async function aHost(answer: Answer): Promise<MediaHost> {
  const host = await aMediaHost(answer)
  onTestFinished(() => host.close())
  return host
}

/** A group whose import wants these files of a website. */
async function wanting(site: string, paths: readonly string[]): Promise<{ group: KnownGroup; importId: string }> {
  const group = await aGroup(installation)
  const importId = await installation.context(group).act(async (act) => {
    const id = await imports.begin(act, { fileName: 'export.xml', state: 'running' })
    const pictures = paths.map((path) => ({ path, url: site + path, alt: 'The weir' }))
    await askFor(act, { importId: id, site, pictures })
    return id
  })
  return { group, importId }
}

const progress = (group: KnownGroup, importId: string) =>
  installation.context(group).read((tx) => progressOf(tx, importId))
const turn = (manner: Manner) => installation.runJobs({ jobs: [mediaJob(manner)], timetable: [], listeners: [] })
const many = (count: number) => Array.from({ length: count }, (_, i) => `/wp-content/uploads/2019/03/${i}.jpg`)

test('pictures are fetched, shown, and nothing is asked for twice', async () => {
  const jpeg = await aJpeg()
  const host = await aHost((_, response) => void response.end(jpeg))
  const { group, importId } = await wanting(host.site, [...many(20), PICTURE])

  await turn(inHaste(host.reach))
  await turn(inHaste(host.reach))

  expect(await progress(group, importId)).toEqual({ waiting: 0, here: 21, failed: 0, reasons: [] })
  const shown = await visitorOf(installation, group).get(PICTURE)
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  expect(host.asked).toHaveLength(21)
})

test.each(hostileHosts.map((host) => [host.what, host] as const))(
  'an old website that means harm: %s',
  async (_, { answer, resolves, sentence }) => {
    const host = await aHost(answer)
    const { group, importId } = await wanting(host.site, [PICTURE])

    await turn(inHaste(resolves ? reachTo(...resolves) : host.reach))

    const { reasons, ...counts } = await progress(group, importId)
    expect(counts).toEqual({ waiting: 0, here: 0, failed: 1 })
    expect(reasons).toEqual([{ reason: sentence, count: 1, examples: [PICTURE] }])
    expect((await visitorOf(installation, group).get(PICTURE)).status).toBe(404)
    expect(installation.logged).toEqual([])
  },
)

test('what was passing is tried a second time, what was lasting is not', async () => {
  const jpeg = await aJpeg()
  let busy = true
  const host = await aHost((request, response) => {
    if (request.url?.includes('/0.jpg')) return void response.writeHead(404).end()
    response.writeHead(busy ? 503 : 200).end(busy ? '' : jpeg)
    busy = false
  })
  const { group, importId } = await wanting(host.site, many(2))

  await turn(inHaste(host.reach))

  expect(await progress(group, importId)).toMatchObject({ here: 1, failed: 1 })
  expect(host.asked.filter((path) => path.includes('/0.jpg'))).toHaveLength(1)
  expect(host.asked.filter((path) => path.includes('/1.jpg'))).toHaveLength(2)
})

test('a website that does not answer at all is left alone after a handful', async () => {
  let tries = 0
  const gone = { ...reachTo(), resolve: async () => (tries++, []) }
  const { group, importId } = await wanting('http://allotments.example', many(300))

  await turn(inHaste(gone))

  const { failed, reasons } = await progress(group, importId)
  expect(failed).toBe(300)
  expect(reasons.map(({ reason }) => reason)).toEqual(['The name of the old website is not known any more.'])
  expect(tries).toBeLessThan(20)
})

test('asking again fetches only what is missing', async () => {
  const jpeg = await aJpeg()
  let mended = false
  const host = await aHost((request, response) => {
    const ok = mended || !request.url?.includes('/0.jpg')
    response.writeHead(ok ? 200 : 404).end(ok ? jpeg : '')
  })
  const { group, importId } = await wanting(host.site, many(3))
  await turn(inHaste(host.reach))
  const before = await progress(group, importId)
  mended = true
  host.asked.length = 0

  await installation.context(group).act((act) => tryAgain(act, importId))
  await turn(inHaste(host.reach))

  expect(before).toMatchObject({ here: 2, failed: 1 })
  expect(await progress(group, importId)).toMatchObject({ here: 3, failed: 0 })
  expect(host.asked).toEqual(['/wp-content/uploads/2019/03/0.jpg'])
  await expect(installation.context(group).act((act) => tryAgain(act, importId))).rejects.toThrow(
    'No picture is missing.',
  )
})

test('a job that died goes on with those that still wait', async () => {
  const jpeg = await aJpeg()
  let broken = true
  const host = await aHost((_, response) => void response.end(jpeg))
  const dying: Manner = {
    ...inHaste(host.reach),
    reach: {
      ...host.reach,
      mayReach: () => {
        if (broken && host.asked.length >= 12) throw new Error('the power went')
        return true
      },
    },
  }
  const { group, importId } = await wanting(host.site, many(20))
  await turn(dying).catch(() => {})
  const halfWay = await progress(group, importId)
  broken = false
  await installation.services.pool.query('update graphile_worker._private_jobs set run_at = now(), attempts = 0')

  await turn(dying)

  expect(halfWay).toMatchObject({ here: 8, waiting: 12 })
  expect(await progress(group, importId)).toMatchObject({ here: 20, waiting: 0 })
})

test('at the terminal it goes on to the end, and waits while the server fetches', async () => {
  const jpeg = await aJpeg()
  const host = await aHost((_, response) => void response.end(jpeg))
  const { group, importId } = await wanting(host.site, many(10))
  const told: number[] = []

  await fetchAll(installation.context(group), {
    importId,
    manner: inHaste(host.reach),
    onProgress: async () => void told.push((await progress(group, importId)).here),
  })

  expect(told).toEqual([8, 10, 10])
  expect(host.asked).toHaveLength(10)
})

test('one asking fetches two thousand; the next are for the next time', async () => {
  const { group, importId } = await wanting('http://allotments.example', many(AT_ONCE.files + 3))

  const first = await progress(group, importId)
  await installation.owner.query(
    "update publishing.media set state = 'failed', reason = 'gone' where state = 'waiting'",
  )
  await installation.context(group).act((act) => tryAgain(act, importId))
  const left = await installation.owner.query(
    "select reason from publishing.media where state = 'failed' and reason <> 'gone'",
  )

  expect(first).toMatchObject({ waiting: AT_ONCE.files, failed: 3 })
  expect(first.reasons[0]?.reason).toBe('At most 2,000 pictures are fetched at once. Try again for the next.')
  expect((await progress(group, importId)).waiting).toBe(AT_ONCE.files)
  expect(left.rows).toHaveLength(3)
})

test('beyond two gigabytes the rest is left for the next time', async () => {
  const jpeg = await aJpeg()
  const host = await aHost((_, response) => void response.end(jpeg))
  const { group, importId } = await wanting(host.site, many(10))
  await installation.owner.query('update publishing.import set media_bytes = $1', [AT_ONCE.bytes])

  await turn(inHaste(host.reach))

  expect(await progress(group, importId)).toMatchObject({ here: 8, failed: 2, waiting: 0 })
})
