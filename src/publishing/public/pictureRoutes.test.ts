import { access } from 'node:fs/promises'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { aMissingPicture, aPicture } from './factories.ts'

const installation = testInstallation()

async function aWebsite() {
  const group = await aGroup(installation)
  return { group, context: installation.context(group), visitor: visitorOf(installation, group) }
}

const sizeOf = async (response: Response) => {
  const { width, height, format } = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
  return { width, height, format }
}

test('a picture is served at its address, whole or in the widths we make', async () => {
  const { context, visitor } = await aWebsite()
  const picture = await aPicture(context, { width: 1000, height: 500 })

  const whole = await visitor.get(picture.path)
  const small = await visitor.get(`${picture.path}?w=320`)

  expect(whole.headers.get('content-type')).toBe('image/jpeg')
  expect(whole.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await sizeOf(whole)).toEqual({ width: 1000, height: 500, format: 'jpeg' })
  expect(await sizeOf(small)).toEqual({ width: 320, height: 160, format: 'jpeg' })
  expect(await sizeOf(await visitor.get(`${picture.path}?w=1280`))).toMatchObject({ width: 1000 })
})

test('a width is drawn once and kept', async () => {
  const { group, context, visitor } = await aWebsite()
  const { path } = await aPicture(context, { width: 900 })
  const { sha256 } = await context.read((tx) =>
    tx.selectFrom('platform.file').select('sha256').executeTakeFirstOrThrow(),
  )
  const kept = `${context.services.files.path(group.id, 'drawn')}/${sha256}-640`

  await expect(access(kept)).rejects.toThrow()
  await Promise.all([visitor.get(`${path}?w=640`), visitor.get(`${path}?w=640`)])

  await expect(access(kept)).resolves.toBeUndefined()
})

test.each(['?w=1', '?w=321', '?w=99999', '?w=abc', '?w='])(
  'nobody can have it drawn in other widths: %s',
  async (query) => {
    const { context, visitor } = await aWebsite()
    const picture = await aPicture(context)

    expect((await visitor.get(picture.path + query)).status).toBe(404)
  },
)

test('named by its content a picture is kept for ever; else the browser asks again', async () => {
  const { context, visitor } = await aWebsite()
  const picture = await aPicture(context)
  const { sha256 } = await context.read((tx) =>
    tx.selectFrom('platform.file').select('sha256').executeTakeFirstOrThrow(),
  )

  const named = await visitor.get(`${picture.path}?v=${sha256.slice(0, 12)}`)
  const wrongly = await visitor.get(`${picture.path}?v=000000000000`)
  const plain = await visitor.get(picture.path)
  const again = await visitor.get(picture.path, { 'if-none-match': plain.headers.get('etag') ?? '' })

  expect(named.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(wrongly.headers.get('cache-control')).not.toContain('immutable')
  expect(plain.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
})

test('a file that was never brought over says so', async () => {
  const { context, visitor } = await aWebsite()
  await aMissingPicture(context, '/wp-content/uploads/2017/11/report.pdf')

  const response = await visitor.get('/wp-content/uploads/2017/11/report.pdf')

  expect(response.status).toBe(404)
  expect(await response.text()).toContain('has not been brought over')
})

test('a document opens as what it is; what could act as a page is handed over to keep', async () => {
  const { context, visitor } = await aWebsite()
  await aFile(context, '/wp-content/uploads/2016/05/minutes.pdf', 'application/pdf')
  await aFile(context, '/wp-content/uploads/2016/05/page.html', 'text/html')

  const pdf = await visitor.get('/wp-content/uploads/2016/05/minutes.pdf')
  const html = await visitor.get('/wp-content/uploads/2016/05/page.html')

  expect([pdf.headers.get('content-type'), pdf.headers.get('content-disposition')]).toEqual([
    'application/pdf',
    "inline; filename*=UTF-8''minutes.pdf",
  ])
  expect([html.headers.get('content-type'), html.headers.get('content-disposition')]).toEqual([
    'application/octet-stream',
    "attachment; filename*=UTF-8''page.html",
  ])
  expect(html.headers.get('content-security-policy')).toContain("default-src 'none'")
})

test('another group’s picture is not there', async () => {
  const { context } = await aWebsite()
  const picture = await aPicture(context)
  const other = visitorOf(installation, await aGroup(installation))

  expect((await other.get(picture.path)).status).toBe(404)
})

test('the browser’s tab shows the group’s mark in its colour', async () => {
  const { visitor } = await aWebsite()

  const icon = await visitor.get('/favicon.svg')

  expect(icon.headers.get('content-type')).toBe('image/svg+xml')
  expect(await icon.text()).toContain('fill="#006443"')
  expect((await visitor.get('/favicon.ico')).headers.get('location')).toBe('/favicon.svg')
})

async function aFile({ act, services, group }: GroupContext, path: string, mediaType: string): Promise<void> {
  const bytes = Buffer.from(`<script>alert(1)</script> ${path}`)
  const stored = await services.files.store(
    group.id,
    (async function* () {
      yield bytes
    })(),
    1000,
  )
  await act(async ({ tx, at }) => {
    const file = { group_id: group.id, ...stored, media_type: mediaType, stored_at: at }
    await tx.insertInto('platform.file').values(file).execute()
    await tx
      .insertInto('publishing.picture')
      .values({ group_id: group.id, path, sha256: stored.sha256, added_at: at })
      .execute()
  })
}
