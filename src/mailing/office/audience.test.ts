import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testInstallation } from '../../../test/installation.ts'
import { aPerson, aReader } from '../../people/factories.ts'
import { register } from '../../people/index.ts'
import { aDecidedLetter } from '../factories.ts'
import { fill } from '../sending/deliveries.ts'
import { anOffice } from './factories.ts'
import { reachOf, sumOf } from './reach.ts'
import { reasons } from './reasons.ts'

const installation = testInstallation()

/** Four hundred people of every make, many at one address, thrown together by a fixed die. */
const PEOPLE = `
  with seeded as (select setseed(0.42)),
  die as materialized (select i, random() as a, random() as b, random() as c, random() as d, random() as e, random() as f
    from seeded, generate_series(1, 400) i),
  made as (
    insert into people.person (group_id, name, sort_name, email, email_state, status, restricted_at, kind, region, created_at)
    select $1, 'Person ' || i, 'person', case when a > .1 then 'p' || i || '@example.org' end,
      case when b < .1 then 'failing' else 'confirmed' end,
      case when c < .1 then 'left' when c < .3 then 'lapsed' else 'current' end, case when d < .1 then now() end,
      case when e < .5 then 'member' else 'supporter' end, case when f < .5 then 'E12000001' end, now()
    from die returning id, name),
  yes as (
    insert into people.basis (group_id, person_id, purpose, basis, channel, evidence, from_at)
    select $1, m.id, p, 'consent', 'paper', 'A slip', now() from made m join die on m.name = 'Person ' || i
      cross join (values ('newsletter'), ('notices')) v (p) where ((a + c) * 10)::numeric % 1 > .25),
  monthly as (
    insert into mailing.preference (group_id, person_id, newsletter, changed_at)
    select $1, m.id, 'monthly', now() from made m join die on m.name = 'Person ' || i where ((b + d) * 10)::numeric % 1 < .3)
  insert into people.objection (group_id, person_id, purpose, objected_at, channel)
  select $1, m.id, 'newsletter', now(), 'paper' from made m join die on m.name = 'Person ' || i where ((e + f) * 10)::numeric % 1 < .15`

const VIEWS = ['', 'kind=member', 'status=any', 'region=E12000001&status=lapsed', 'consent=none', 'status=left']

test('of any view, everybody gets the letter or stands under one reason; and who is said to get it, gets it', async () => {
  const { group, context } = await anOffice(installation)
  await installation.owner.query(PEOPLE, [group.id])
  await installation.owner.query('analyze people.person, people.basis, people.objection, mailing.preference')
  const earlier = await aDecidedLetter(context) // so that "at most one a month" leaves somebody out
  await context.act((act) => fill(act, earlier))
  await installation.owner.query(`update mailing.delivery set state = 'handing_over', handed_at = now()`)
  const seen = new Set<string>()

  for (const audience of VIEWS)
    for (const kind of ['newsletter', 'notice'] as const) {
      const letter = { kind, audience }
      const [reach, members] = await context.read(async (tx) => {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${register.savedViews.idsOf(
          audience,
          {
            groupId: group.id,
            today: '2026-11-22',
          },
        )}) m`.execute(tx)
        return [await reachOf(tx, { letter, group, at: new Date() }), rows[0]!.n] as const
      })
      const id = await aDecidedLetter(context, letter)
      await context.act((act) => fill(act, id))
      const { rows } = await installation.owner.query('select person_id from mailing.delivery where letter_id = $1', [
        id,
      ])

      expect([audience, kind, sumOf(reach), reach.gets]).toEqual([audience, kind, members, rows.length])
      for (const reason of reasons) if (reach[reason]) seen.add(reason)
    }

  // the register holds each address once; sending makes sure of it once more
  expect(reasons.filter((reason) => !seen.has(reason))).toEqual(['same_address'])
})

test('the chair says for whom a letter is; what becomes of the view later changes nothing', async () => {
  const { context, chair, letter, home, page } = await anOffice(installation)
  await aReader(context, { name: 'Ada Wells' })
  await aPerson(context, { name: 'Ben Nay' })
  const viewId = await context.act(async (act) => {
    const by = { ...act.by, personId: chair.id }
    const filter = register.readFilter({ kind: 'member' })
    await register.savedViews.save({ ...act, by }, { name: 'All members', filter, shared: true })
    return (await register.savedViews.visibleTo(act.tx, chair.id))[0]!.id
  })

  const saved = await chair.post(`${home}/audience`, { view: viewId })
  const after = await (await chair.follow(saved)).text()
  await installation.owner.query('delete from people.saved_view')
  const gone = await chair.post(`${home}/audience`, { view: viewId })
  const kept = await page(`${home}/audience`)

  expect([saved.status, gone.status]).toEqual([303, 422])
  expect(after).toContain('Who gets it is saved.')
  expect(await gone.text()).toContain('That view is no longer there.')
  expect(kept).toContain('As it was when it was chosen.')
  expect(await stored()).toEqual([{ audience: 'kind=member', audience_name: 'All members' }])
  await chair.post('/office/undo', { act: await lastAct() })
  expect(await stored()).toEqual([{ audience: '', audience_name: '' }])

  async function stored() {
    const query = 'select audience, audience_name from mailing.letter where id = $1'
    return (await installation.owner.query(query, [letter])).rows
  }
  async function lastAct() {
    const query = `select act_id from platform.undo where table_name = 'mailing.letter' and before is not null`
    return (await installation.owner.query<{ act_id: string }>(query)).rows[0]!.act_id
  }
})

test('names are for officers who keep the register, with a second factor; an editor sees numbers, a coordinator nothing', async () => {
  const { context, chair, officer, home, page } = await anOffice(installation)
  const ben = await aPerson(context, { name: 'Ben Nay' })
  const [editor, weak, coordinator] = [
    await officer('editor'),
    await officer('secretary'),
    await officer('coordinator'),
  ]
  const list = `${home}/audience/no_yes`

  expect(await page(list)).toContain(`<a href="/office/register/${ben.id}">Ben Nay</a>`)
  const numbers = await (await editor.get(`${home}/audience`)).text()
  expect(numbers).toContain('have not said yes to newsletters')
  expect(numbers).not.toContain(list)
  for (const browser of [editor, weak, coordinator]) expect((await browser.get(list)).status).toBe(403)
  expect(await (await weak.get(list)).text()).toContain('/my/security')
  expect((await chair.get(`${home}/audience/no_such_reason`)).status).toBe(404)
  for (const path of ['/office/letters', `${home}/audience`, `${home}/sending`, `${home}/results`])
    expect((await coordinator.get(path)).status, path).toBe(403)
  expect((await editor.post(`${home}/audience`, { view: 'everybody' })).status).toBe(303)
  expect((await chair.post(`${home}/audience`, { view: 'kind=member' })).status).toBe(422)
})
