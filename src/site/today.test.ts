import { expect, test } from 'vitest'
import { signedInAs, visitorOf } from '../../test/browser.ts'
import { aGroup } from '../../test/groups.ts'
import { testInstallation } from '../../test/installation.ts'
import { aPerson, anOfficer, aSecondFactor } from '../people/factories.ts'
import { register } from '../people/index.ts'
import { aPost } from '../publishing/factories.ts'

const installation = testInstallation()

test('an officer sees a greeting by name, the day, and what is left of setting up', async () => {
  const group = await aGroup(installation)
  const context = installation.context(group)
  const chair = await anOfficer(context, { name: 'Dr Sunita Rao' })
  await aSecondFactor(context, chair)

  const page = await (await (await signedInAs(installation, group, chair)).get('/office')).text()

  expect(page).toMatch(/Good (morning|afternoon|evening), Sunita/)
  expect(page).toContain('Nothing needs you today')
  expect(page).toContain('1 of 5 done')
  expect(page).toContain('Fill in the imprint')
})

test('a step is done when its work is', async () => {
  const group = await aGroup(installation)
  const context = installation.context(group)
  const chair = await anOfficer(context)
  await anOfficer(context, { role: 'secretary' })
  await aPost(context)

  const page = await (await (await signedInAs(installation, group, chair)).get('/office')).text()

  expect(page).toContain('3 of 5 done')
})

test('what happened is told in sentences, with the names of those who did it', async () => {
  const group = await aGroup(installation)
  const chair = await anOfficer(installation.context(group), { name: 'Margaret Ellison' })
  const browser = await signedInAs(installation, group, chair)
  await browser.post('/office/officers', { name: 'Ann Price', email: 'ann@example.org', role: 'secretary' })

  const page = await (await browser.get('/office')).text()

  expect(page).toContain('<b>Margaret Ellison</b> appointed an officer')
  expect(page).not.toContain('people.officer_appointed')
})

test('the chair sees how many members there are; who may not open the register is not told', async () => {
  const group = await aGroup(installation)
  const context = installation.context(group)
  const chair = await anOfficer(context)
  const editor = await anOfficer(context, { role: 'editor' })
  const member = await aPerson(context, { name: 'Ann Price' })
  await context.act((act) => register.memberships.begin(act, { personId: member.id, kind: 'member' }))
  const today = async (who: typeof chair) => (await (await signedInAs(installation, group, who)).get('/office')).text()

  const [seen, notSeen] = [await today(chair), await today(editor)]

  expect(seen).toMatch(/Members<\/[\s\S]{0,80}>1</)
  expect(seen).toContain('1 joined this year')
  expect([
    notSeen.includes('joined this year'),
    notSeen.includes('On the website') || notSeen.includes('None is published yet'),
  ]).toEqual([false, true])
})

test('a visitor is led to sign in, and a person without an office is told so', async () => {
  const group = await aGroup(installation)
  const member = await aPerson(installation.context(group))

  const visitor = await visitorOf(installation, group).get('/office')
  const other = await (await signedInAs(installation, group, member)).get('/office')

  expect([visitor.status, visitor.headers.get('location')]).toEqual([303, '/sign-in'])
  expect(other.status).toBe(403)
})

test('nothing of another group appears', async () => {
  const [ours, theirs] = [await aGroup(installation), await aGroup(installation)]
  const chair = await anOfficer(installation.context(ours))
  await anOfficer(installation.context(theirs), { name: 'Zebedee Quirke' })

  const page = await (await (await signedInAs(installation, ours, chair)).get('/office')).text()

  expect(page).not.toContain('Zebedee')
})

test('a person sees on their own page what every slice holds about them, and may sign out', async () => {
  const group = await aGroup(installation)
  const chair = await anOfficer(installation.context(group), {
    name: 'Margaret Ellison',
    email: 'margaret@example.org',
  })
  const browser = await signedInAs(installation, group, chair)

  const page = await (await browser.get('/my')).text()
  await browser.post('/sign-out')
  const after = await browser.get('/my')

  expect(page).toContain('margaret@example.org')
  expect(page).toContain('Chair from')
  expect(page).toContain('To sign you in')
  expect([after.status, after.headers.get('location')]).toEqual([303, '/sign-in'])
})

test('help tells officers how to write, and what the law asks', async () => {
  const group = await aGroup(installation)
  const editor = await anOfficer(installation.context(group), { role: 'editor' })

  const page = await (await (await signedInAs(installation, group, editor)).get('/office/help')).text()

  expect(page).toContain('## A heading')
  expect(page).toContain('no legal advice')
})
