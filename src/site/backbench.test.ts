import { expect, test } from 'vitest'
import { visitorOf } from '../../test/browser.ts'
import { aGroup } from '../../test/groups.ts'
import { testInstallation } from '../../test/installation.ts'

const installation = testInstallation()

test('every visitor is told what runs here, under which licence, and how to get the source', async () => {
  const group = await aGroup(installation, { name: 'Weir Watch' })
  const visitor = visitorOf(installation, group)

  const home = await (await visitor.get('/')).text()
  const page = await (await visitor.get('/backbench')).text()

  expect(home).toContain('href="/backbench"')
  expect(page).toContain('GNU Affero General Public License')
  expect(page).toContain('Ask Weir Watch for the source code')
})
