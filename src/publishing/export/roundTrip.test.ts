import { expect, test } from 'vitest'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { loadSample } from '../../site/sample/index.ts'
import { importing } from '../import/factories.ts'
import { contentsOf, differences } from './contents.ts'
import { exported } from './factories.ts'

const installation = testInstallation()

test('the sample group’s website goes out and comes in elsewhere: equal, item by item, and goes out again the same', async () => {
  const { group } = await loadSample(installation.services)
  const here = installation.context(group)
  const elsewhere = installation.context(await aGroup(installation, { name: group.name }))
  const file = await exported(here)

  const report = await importing(elsewhere, file)

  expect(report.left_out).toEqual([])
  const [ours, theirs] = [await here.read(contentsOf), await elsewhere.read(contentsOf)]
  expect(differences(ours, theirs)).toEqual([])
  for (const [kind, items] of Object.entries(ours)) expect(items.length, kind).toBeGreaterThan(0)
  expect(withoutAbout(await exported(elsewhere))).toBe(withoutAbout(file))
})

/** What the group says of itself is a setting, and stays behind. */
const withoutAbout = (file: string): string => file.replace(/<description>.*<\/description>\n<pubDate>/, '<pubDate>')
