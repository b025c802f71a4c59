import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openUploads } from './uploads.ts'
import { aZip, type ZippedFile } from '../../platform/zipFactory.ts'

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bb-uploads-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function zipped(...files: readonly ZippedFile[]): string {
  const place = join(aFolder(), 'uploads.zip')
  writeFileSync(place, aZip(files))
  return place
}

const bytes = Buffer.from('a picture')

test.each(['2017/11/x.jpg', 'uploads/2017/11/x.jpg', 'site/wp-content/uploads/2017/11/x.jpg'])(
  'a picture is found in a zip of any folder above it: %s',
  async (name) => {
    const uploads = await openUploads(zipped({ name, bytes }))

    expect(await (await uploads.read('2017/11/x.jpg'))?.text()).toBe('a picture')
    expect(await uploads.read('2017/12/x.jpg')).toBeNull()
    await uploads.close()
  },
)

test.each(['', 'uploads', 'wp-content/uploads'])('a picture is found in a folder above it: %s', async (above) => {
  const folder = aFolder()
  mkdirSync(join(folder, above, '2017/11'), { recursive: true })
  writeFileSync(join(folder, above, '2017/11/x.jpg'), bytes)

  expect(await (await (await openUploads(folder)).read('2017/11/x.jpg'))?.text()).toBe('a picture')
})

test('nothing outside the folder is read', async () => {
  const folder = join(aFolder(), 'inside')
  mkdirSync(folder)
  writeFileSync(join(folder, '../secret.jpg'), bytes)
  const uploads = await openUploads(folder)

  expect(await uploads.read('../secret.jpg')).toBeNull()
  expect(await uploads.read('2017/../../secret.jpg')).toBeNull()
  expect(await uploads.read('/etc/passwd')).toBeNull()
})

test.each(['../2017/11/x.jpg', '/2017/11/x.jpg'])('a zip with a path that climbs is refused: %s', async (name) => {
  await expect(openUploads(zipped({ name, bytes }))).rejects.toThrow('The zip file is damaged')
})

test('a zip that lies about a size is found out when the picture is read', async () => {
  const uploads = await openUploads(zipped({ name: '2017/11/x.jpg', bytes, saidSize: 3 }))

  await expect(uploads.read('2017/11/x.jpg')).rejects.toThrow('The zip file is damaged')
})

test('a picture beyond 20 MB is refused by what it holds', async () => {
  const uploads = await openUploads(zipped({ name: '2017/11/x.jpg', bytes: Buffer.alloc(21 * 1024 * 1024) }))

  await expect(uploads.read('2017/11/x.jpg')).rejects.toThrow('larger than 20 MB')
})
