import type { Act } from '../../platform/act.ts'
import { officerPages } from '../../people/index.ts'
import type { Officers } from './cast.ts'

/** What officers of the sample group say of themselves; those who are not here did not say yes. */
const WORDS: Readonly<Record<string, string>> = {
  'Nora Whitlock':
    'Nora rowed on the Tamsel before she could ride a bicycle. She called the first meeting above the boat shop and has chaired the forum since.\n\nAsk her about the river plan, or about soup.',
  'Grace Tolland':
    'Grace takes the sample from the middle arch at Hexley and puts the results on this website, usually the same evening.',
}

export async function addOfficerPages(act: Act, people: Officers): Promise<void> {
  for (const [name, biography] of Object.entries(WORDS)) {
    const { person, actor } = people.get(name)!
    const own = { ...act, by: actor }
    await officerPages.save(own, person.id, { biography, photoSha256: null })
    await officerPages.agree(own, person.id)
  }
}
