import type { Tx } from '../../platform/database.ts'
import type { Sample } from '../../platform/slice.ts'
import { uuid } from '../../platform/web.ts'
import { requestKinds } from './requestKinds.ts'
import { retentionRules } from './retentionRules.ts'
import * as requests from './requests.ts'

const MINE = '/my/requests'
const OFFICE = '/office/requests'

/** Every room of people's rights. One's own requests are found by the officer who has made one. */
export async function rightsSamples(tx: Tx): Promise<readonly Sample[]> {
  const all = [...(await requests.list(tx, { ended: false })), ...(await requests.list(tx, { ended: true }))]
  const own = all.filter(({ channel }) => channel === 'my_page')
  const pairs: readonly (readonly [string, string])[] = [
    [MINE, MINE],
    ...requestKinds.map((kind) => [`${MINE}/new/:kind{${requestKinds.join('|')}}`, `${MINE}/new/${kind}`] as const),
    ...own.map(({ id }) => [`${MINE}/:id{${uuid}}`, `${MINE}/${id}`] as const),
    ...own
      .filter(({ kind, state }) => kind === 'access' && state === 'done')
      .flatMap(({ id }) =>
        ['copy', 'copy.json'].map((leaf) => [`${MINE}/:id{${uuid}}/${leaf}`, `${MINE}/${id}/${leaf}`] as const),
      ),
    [OFFICE, OFFICE],
    [OFFICE, `${OFFICE}?shelf=ended`],
    [`${OFFICE}/new`, `${OFFICE}/new`],
    ...all.slice(0, 12).map(({ id }) => [`${OFFICE}/:id{${uuid}}`, `${OFFICE}/${id}`] as const),
    ...all
      .slice(0, 1)
      .flatMap(({ id }) =>
        ['copy', 'copy.json'].map((leaf) => [`${OFFICE}/:id{${uuid}}/${leaf}`, `${OFFICE}/${id}/${leaf}`] as const),
      ),
    [`${OFFICE}/erasures`, `${OFFICE}/erasures`],
    ...all
      .filter(({ channel }) => channel !== 'my_page')
      .slice(0, 1)
      .map(({ personId }) => [`${OFFICE}/erasures/:id{${uuid}}`, `${OFFICE}/erasures/${personId}`] as const),
    ...retentionRules.map((rule) => [`${OFFICE}/retention`, `${OFFICE}/retention?rule=${rule}`] as const),
    [`${OFFICE}/suppressed`, `${OFFICE}/suppressed`],
  ]
  return pairs.map(([route, address]) => ({ route, address, as: 'officer' }))
}
