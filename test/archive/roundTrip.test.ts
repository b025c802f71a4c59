import { expect, test } from 'vitest'
import { restore, writeArchive } from '../../src/platform/archive/index.ts'
import { loadSample } from '../../src/site/sample/index.ts'
import { aGroup } from '../groups.ts'
import { testInstallation } from '../installation.ts'
import { filesOfGroup, rowsOfGroup } from './equality.ts'
import { aFolder, placeOf } from './places.ts'

const here = testInstallation()
const there = testInstallation()

test('everything comes back in an empty installation: every row of every table, every file, under the same numbers', async () => {
  await aGroup(here, { slug: 'first', hosts: ['first.example.org', 'www.first.example.org'] })
  const { group } = await loadSample(here.services, { hosts: ['rivers.example.org'] })

  const written = await writeArchive(placeOf(here), { folder: aFolder() })
  const restored = await restore(placeOf(there, here), { file: written.path })

  expect(restored).toMatchObject({ rows: written.rows, files: written.files, missing: 0, left: 0 })
  expect(await rowsOfGroup(there.owner, group.id)).toEqual(await rowsOfGroup(here.owner, group.id))
  expect(await rowsOfGroup(there.owner, 1)).toEqual(await rowsOfGroup(here.owner, 1))
  expect(await filesOfGroup(there.services.files, group.id)).toEqual(await filesOfGroup(here.services.files, group.id))
  expect(written.rows).toBeGreaterThan(200)
  expect(written.files).toBeGreaterThan(0)
})
