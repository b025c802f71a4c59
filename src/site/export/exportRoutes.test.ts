import { expect, test } from 'vitest'
import { signedInAs } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { anOfficer } from '../../people/factories.ts'
import type { Role } from '../../platform/roles.ts'
import { slices } from '../../slices.ts'
import { takeGroupOut } from './takingOut.ts'

const installation = testInstallation()
const HOME = '/office/export'
const work = { jobs: [takeGroupOut(slices)], timetable: [], listeners: [] }

async function aGroupWith() {
  const group = await aGroup(installation, { name: 'River Forum' })
  const context = installation.context(group)
  return async (role: Role, email = `${role}@example.org`) =>
    signedInAs(installation, group, await anOfficer(context, { role, email }))
}
const offered = (page: string): string[] => [...page.matchAll(/action="([^"]+\/file)"/g)].map(([, action]) => action!)

test('the chair asks with a reason, is told by a neutral letter, and fetches everything', async () => {
  const chair = await (await aGroupWith())('chair')

  const asked = await chair.post(HOME, { reason: 'Handing over to the next committee' })
  await installation.runJobs(work)
  const [action] = offered(await (await chair.get(HOME)).text())
  const file = await chair.post(action!)

  expect(asked.status).toBe(303)
  expect(file.headers.get('content-disposition')).toMatch(/filename="group-\d+-everything-\d{4}-\d\d-\d\d\.zip"/)
  expect(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  const { rows: letters } = await installation.owner.query('select subject, body from platform.letter')
  expect(letters.map(({ subject }) => subject)).toEqual(['The file you asked for is ready'])
  expect(JSON.stringify(letters)).not.toMatch(/River Forum|everything|committee/)
  const { rows } = await installation.owner.query(
    "select event, payload from platform.journal where event like 'site.group%' order by id",
  )
  expect(rows.map(({ event }) => event)).toEqual(['site.group_taken_out', 'site.group_fetched'])
  expect(JSON.stringify(rows)).not.toContain('committee')
})

test('without a reason nothing is made, and the page says what is missing', async () => {
  const secretary = await (await aGroupWith())('secretary')

  const refused = await secretary.post(HOME, { reason: ' x ' })

  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('Say in a few words why everything is taken out.')
  expect(page).toContain('value=" x "')
  expect((await installation.owner.query('select * from platform.export')).rows).toEqual([])
})

test('an editor may not take out the register, nor anybody what another has asked for', async () => {
  const officer = await aGroupWith()
  const [chair, secretary, editor] = [await officer('chair'), await officer('secretary'), await officer('editor')]
  await chair.post(HOME, { reason: 'For the archive' })
  await installation.runJobs(work)
  const [action] = offered(await (await chair.get(HOME)).text())

  const refusals = [
    await editor.get(HOME),
    await editor.post(HOME, { reason: 'For me too' }),
    await editor.post(action!),
  ]

  expect(refusals.map(({ status }) => status)).toEqual([403, 403, 403])
  expect((await secretary.post(action!)).status).toBe(404)
  // The website's own door does not open it either.
  expect((await chair.post(action!.replace('/office/export', '/office/website/export'))).status).toBe(404)
  expect((await editor.post(action!.replace('/office/export', '/office/website/export'))).status).toBe(404)
})
