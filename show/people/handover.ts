import type { BrowserContext, Page } from 'playwright-core'
import { narrow, shoot, someone } from '../browser.ts'
import { signInByCode, strongly } from '../signingIn.ts'
import { expect, expectSame } from '../walk.ts'
import type { Scene, Trial } from '../website/scene.ts'
import { askOwner } from './database.ts'
import { CHAIR, SECRETARY } from './officers.ts'

const WORDS = 'I kept the minutes of the allotments for nine years.'

/**
 * An office becomes vacant; a member says in confidence that they would do it; the chair hands it over on a day. On that day
 * permissions move without anybody's doing: from a session that goes on, to another that goes on. Needs the sample group.
 */
export async function handover(scene: Scene, group: Trial): Promise<void> {
  const chair = await strongly(scene, group, CHAIR)
  const holder = await strongly(scene, group, SECRETARY)
  const successor = await aMember(scene, group)
  const member = await (await someone(scene.browser, { viewport: narrow })).newPage()
  await signInByCode(scene, member, { address: group.address, email: successor.email })
  const vacancy = await openVacancy(scene, group, chair.pages()[0]!)
  await sayYes(scene, group, { member, vacancy })
  await keptInConfidence(group, { holder, vacancy })
  await choose(scene, group, { chair: chair.pages()[0]!, vacancy, name: successor.name })
  await whoWorks(group, { holder, member, now: 'holder' })
  await aDayPasses(scene)
  await whoWorks(group, { holder, member, now: 'successor' })
  scene.walk.saw(
    `the day came: the former secretary, still signed in, gets no page of the office; the new one, still signed in, does`,
  )
  await chair.pages()[0]!.goto(`${group.address}/office/officers`)
  await shoot(scene.walk, chair.pages()[0]!, 'handover-done')
  for (const context of [chair, holder, member.context()]) await context.close()
}

interface Successor {
  readonly name: string
  readonly email: string
}

async function aMember({ terminal }: Scene, { slug }: Trial): Promise<Successor> {
  const [found] = await askOwner<Successor>(
    terminal,
    `select p.name, p.email from people.person p join platform.group g on g.id = p.group_id
     where g.slug = $1 and p.kind = 'member' and p.status = 'current' and p.email is not null
       and not exists (select 1 from people.role_held h where h.group_id = p.group_id and h.person_id = p.id) order by p.id desc limit 1`,
    [slug],
  )
  expect(found, 'the sample group has a member without an office')
  return found
}

const words = (page: Page): Promise<string> => page.locator('body').innerText()

/** Gives the vacancy's id. */
async function openVacancy({ walk }: Scene, { address }: Trial, page: Page): Promise<string> {
  await page.goto(`${address}/office/officers/vacancies`)
  await page.getByRole('combobox', { name: 'Office', exact: true }).selectOption('secretary')
  await page.getByLabel('What it takes').fill('Minutes, the register and the keys. Six hours a month. Ask Nora.')
  await page.getByLabel('Members can say so until').fill(dayAfter(14))
  await page.getByRole('button', { name: 'Open the vacancy' }).click()
  expect((await words(page)).includes('members see the notice now'), 'the page says that members see the notice')
  const id = /[0-9a-f-]{36}$/.exec(page.url())?.[0]
  expect(id, `the vacancy has a page of its own, not ${page.url()}`)
  await shoot(walk, page, 'vacancy-opened')
  walk.saw('the chair opened a vacancy, which says what the office takes')
  return id
}

async function sayYes(
  { walk }: Scene,
  { address }: Trial,
  { member, vacancy }: { member: Page; vacancy: string },
): Promise<void> {
  await member.goto(`${address}/my/vacancies/${vacancy}`)
  await member.getByLabel('What you would like to say about it').fill(WORDS)
  await member.getByRole('checkbox', { name: /Do not show it/ }).check()
  await shoot(walk, member, 'vacancy-interest')
  await member.getByRole('button', { name: 'I would do it' }).click()
  expect((await words(member)).includes('nobody else'), 'they are told who reads it')
  await member.goto(`${address}/my/vacancies/${vacancy}`)
  expect((await words(member)).includes(WORDS), 'their page repeats what they said')
  walk.saw('a member said on their own page that they would do it, hidden from the present holder')
}

async function keptInConfidence(
  { address }: Trial,
  { holder, vacancy }: { holder: BrowserContext; vacancy: string },
): Promise<void> {
  const page = holder.pages()[0]!
  await page.goto(`${address}/office/officers/vacancies/${vacancy}`)
  expect(!(await words(page)).includes(WORDS), 'the present holder does not read it')
}

async function choose(
  { walk }: Scene,
  { address }: Trial,
  { chair, vacancy, name }: { chair: Page; vacancy: string; name: string },
): Promise<void> {
  await chair.goto(`${address}/office/officers/vacancies/${vacancy}`)
  expect((await words(chair)).includes(WORDS), 'the chair reads it')
  await chair.getByRole('radio', { name }).check()
  await chair.getByLabel('From which day?').fill(dayAfter(1))
  await chair.getByLabel('Where it was decided').fill('Committee of this month, item 3')
  await chair.getByRole('button', { name: 'Hand the office over' }).click()
  expect((await words(chair)).includes('handed over on'), 'the page says on which day it is handed over')
  await shoot(walk, chair, 'handover-chosen')
  await chair.goto(`${address}/office/officers/vacancies/${vacancy}/pack`)
  await chair.getByLabel('What is it?').fill('Keys of the boathouse')
  await chair.getByLabel('Where is it, or to whom was it promised?').fill('Hook behind the door of the boathouse')
  await chair.getByRole('button', { name: 'Add the line' }).click()
  expect((await words(chair)).includes('Keys of the boathouse'), 'the pack lists the keys')
  await shoot(walk, chair, 'handover-pack')
  await chair.emulateMedia({ media: 'print' })
  await shoot(walk, chair, 'handover-pack-printed')
  await chair.emulateMedia({ media: null })
  walk.saw('the chair chose them from tomorrow on, with the minute; the pack is filled in and prints')
}

interface Working {
  readonly holder: BrowserContext
  readonly member: Page
  readonly now: 'holder' | 'successor'
}

/** Whose session opens the office, by what it answers. */
async function whoWorks({ address }: Trial, { holder, member, now }: Working): Promise<void> {
  const path = `${address}/office/officers`
  const [theirs, ours] = [await holder.pages()[0]!.goto(path), await member.goto(path)]
  const seen = { holder: theirs?.status() === 200, successor: ours?.status() === 200 }
  const strong = await words(member)
  expectSame(seen.holder, now === 'holder', 'The former secretary sees the officers')
  if (now === 'holder') return expectSame(seen.successor, false, 'The successor sees the officers before the day')
  expect(
    seen.successor || strong.includes('a passkey or an authenticator app'),
    `the new secretary is let in, or asked for a second factor first: ${strong.slice(0, 200)}`,
  )
  expectSame((await member.goto(`${address}/office`))?.status(), 200, 'Today, for the new secretary')
}

/** A night cannot be waited for: every day of this handover is moved back by one instead, in the database. */
async function aDayPasses({ walk, terminal }: Scene): Promise<void> {
  await askOwner(terminal, `update people.role_held set to_on = to_on - 1 where to_on > current_date`)
  await askOwner(terminal, `update people.role_held set from_on = from_on - 1 where from_on > current_date`)
  walk.saw('instead of waiting for the night, the days of this handover were moved back by one in the database')
}

/** '2026-11-23', by the clock of London. */
function dayAfter(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/London' })
}
