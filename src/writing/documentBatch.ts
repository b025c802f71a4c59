import type { Act } from '../platform/act.ts'
import { analyse, insertMany, newIds } from '../platform/bulk.ts'
import { wordCount } from './document/index.ts'
import type { Standing, Text } from './documents.ts'

export interface BatchText extends Text {
  readonly standing?: Standing | null
  /** BCP 47; British English if unknown. */
  readonly lang?: string
  /** When it was written elsewhere; the moment of the act if unknown. */
  readonly madeAt?: Date
}

/** Makes many documents at once, each with its first version, for imports. Gives their ids in the same order. Not undoable row by row. */
export async function createMany(act: Act, texts: readonly BatchText[]): Promise<string[]> {
  const ids = await newIds(act, texts.length)
  await insertMany(
    act,
    'writing.document',
    texts.map(({ standing = null, lang = 'en-GB' }, i) => ({
      id: ids[i],
      version: 1,
      standing,
      lang,
      created_at: act.at,
    })),
  )
  await insertMany(
    act,
    'writing.version',
    texts.map(({ title, body, madeAt = act.at }, i) => ({
      document_id: ids[i],
      number: 1,
      title,
      body,
      words: wordCount(body),
      made_at: madeAt,
    })),
  )
  return ids
}

/** For long imports: tells the planner how many documents there are by now. */
export const analyseDocuments = (act: Act): Promise<void> =>
  analyse(act, { 'writing.document': ['group_id', 'id'], 'writing.version': ['group_id', 'document_id', 'number'] })
