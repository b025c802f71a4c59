import type { Tx } from '../../platform/database.ts'
import type { Sample } from '../../platform/slice.ts'
import { uuid } from '../../platform/web.ts'

/** A sample address for each of the officers' pages, from what the group has. */
export async function officeSamples(tx: Tx): Promise<readonly Sample[]> {
  const entries = await tx
    .selectFrom('publishing.entry')
    .select(['id', 'kind'])
    .orderBy('published_at', 'desc')
    .execute()
  const lists = ['posts', 'pages', 'menu', 'terms', 'authors', 'pictures'].map((name) => ({
    route: `/office/${name}`,
    address: `/office/${name}`,
  }))
  const single = await Promise.all([
    oneOf('terms', tx.selectFrom('publishing.term').select('id').executeTakeFirst()),
    oneOf('authors', tx.selectFrom('publishing.author').select('id').executeTakeFirst()),
    oneOf('pictures', tx.selectFrom('publishing.picture').select('id').executeTakeFirst()),
  ])
  const written = (['post', 'page'] as const).flatMap((kind) =>
    samplesOf(kind, entries.find((entry) => entry.kind === kind)?.id),
  )
  return [...lists, ...written, ...single.flat()].map((sample) => ({ ...sample, as: 'officer' as const }))
}

type Address = Omit<Sample, 'as'>

async function oneOf(name: string, found: Promise<{ id: string } | undefined>): Promise<readonly Address[]> {
  const row = await found
  return row ? [{ route: `/office/${name}/:id{${uuid}}`, address: `/office/${name}/${row.id}` }] : []
}

function samplesOf(kind: 'post' | 'page', id: string | undefined): readonly Address[] {
  const [route, address] = [`/office/${kind}s/:id{${uuid}}`, `/office/${kind}s/${id}`]
  const parts = ['', '/preview', '/versions'].map((part) => ({ route: route + part, address: address + part }))
  const compare = { route: `${route}/versions/compare`, address: `${address}/versions/compare?from=1&to=1` }
  return [{ route: `/office/${kind}s/new`, address: `/office/${kind}s/new` }, ...(id ? [...parts, compare] : [])]
}
