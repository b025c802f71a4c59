import { sql } from 'kysely'
import type { Tx } from '../platform/database.ts'
import type { Sample } from '../platform/slice.ts'
import { uuid } from '../platform/web.ts'

/** Addresses of officers, vacancies and groups. */
export async function officeSamples(tx: Tx): Promise<readonly Sample[]> {
  const { rows } = await sql<{
    office: string | null
    part: string | null
    vacancy: string | null
    open: string | null
  }>`
    select (select id from people.role_held order by from_on limit 1) as office,
      (select id from people.part order by name limit 1) as part,
      (select id from people.vacancy order by (state <> 'open'), opened_at limit 1) as vacancy,
      (select id from people.vacancy where state = 'open' order by opened_at limit 1) as open`.execute(tx)
  const { office, part, vacancy, open } = rows[0]!
  const [groups, vacancies] = ['/office/register/groups', '/office/officers/vacancies']
  const pairs = [
    ['/office/officers', '/office/officers'],
    ['/office/officers/history', '/office/officers/history'],
    [vacancies, vacancies],
    ['/my/vacancies', '/my/vacancies'],
    ['/my/introductions', '/my/introductions'],
    ['/introductions/:token{[A-Za-z0-9_-]{20,100}}', `/introductions/${'x'.repeat(43)}`],
    ['/office/register/introductions', '/office/register/introductions'],
    ...(vacancy
      ? [
          [`${vacancies}/:id{${uuid}}`, `${vacancies}/${vacancy}?q=a`],
          [`${vacancies}/:id{${uuid}}/pack`, `${vacancies}/${vacancy}/pack`],
        ]
      : []),
    ...(open ? [[`/my/vacancies/:id{${uuid}}`, `/my/vacancies/${open}`]] : []),
    [groups, groups],
    [groups, `${groups}?state=closed`],
    ...(office ? [[`/office/officers/:id{${uuid}}`, `/office/officers/${office}`]] : []),
    ...(part ? [[`${groups}/:id{${uuid}}`, `${groups}/${part}?q=o`]] : []),
  ]
  return pairs.map(([route = '', address = '']) => ({ route, address, as: 'officer' }))
}
