import { expect, test } from 'vitest'
import { signedInAs } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { anOfficer, aReader } from '../../people/factories.ts'
import type { Role } from '../../platform/roles.ts'
import { aDecidedLetter } from '../factories.ts'
import { sendLetter } from './sendLetter.ts'

const installation = testInstallation()

test('the record of a person tells which letters went to them and what became of each, to those who see the address', async () => {
  const group = await aGroup(installation)
  const context = installation.context(group)
  const ann = await aReader(context, { name: 'Ann Price', email: 'ann@example.org' })
  const letter = await aDecidedLetter(context, { subject: 'News of May' })
  const another = await aDecidedLetter(context, { subject: 'News of June' })
  await aDecidedLetter(context, { subject: 'Not begun' })
  for (const id of [letter, another]) await sendLetter(context, id)
  await installation.owner.query('update mailing.delivery set unsubscribed_at = now() where letter_id = $1', [another])
  const seenBy = async (role: Role, strongly = true) => {
    const officer = await anOfficer(context, { role, name: role, email: `${role}@example.org` })
    const browser = await signedInAs(installation, group, { ...officer, strongly })
    return browser.get(`/office/register/${ann.id}/letters`)
  }

  const page = await (await seenBy('membership')).text()
  const others = await Promise.all([seenBy('policy'), seenBy('editor'), seenBy('secretary', false)])

  expect(page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')).toMatch(
    /News of June .*They stopped such letters by it.*News of May .*Taken by their mail server/,
  )
  expect(page).not.toContain('Not begun')
  for (const answer of others) {
    expect(answer.status).not.toBe(200)
    expect(await answer.text()).not.toContain('News of')
  }
})
