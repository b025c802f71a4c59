import sharp from 'sharp'
import type { Act } from '../../platform/act.ts'
import type { Files } from '../../platform/files.ts'
import { officerPages } from '../../people/index.ts'
import { pictures } from '../../publishing/index.ts'
import type { Officers } from './cast.ts'

/** What officers of the sample group say of themselves; those who are not here did not say yes. */
const WORDS: Readonly<Record<string, string>> = {
  'Nora Whitlock':
    'Nora rowed on the Tamsel before she could ride a bicycle. She called the first meeting above the boat shop and has chaired the forum since.\n\nAsk her about the river plan, or about soup.',
  'Grace Tolland':
    'Grace takes the sample from the middle arch at Hexley and puts the results on this website, usually the same evening.',
}

/** A likeness of nobody: the sample's people do not exist. */
const PORTRAIT = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="640" viewBox="0 0 64 64"><rect width="64" height="64" fill="#cfe3ea"/><path d="M0 50q16-5 32 0t32 0v14H0Z" fill="#8fb8c4"/><path d="M12 64q2-22 20-22t20 22Z" fill="#2f5d50"/><path d="M27 34h10v9q-5 4-10 0Z" fill="#d9a98a"/><ellipse cx="32" cy="26" rx="10.5" ry="12.5" fill="#e6bb9d"/><path d="M20.500 27q-2-17 11.500-17t11.500 17q-2-9-7-11-9 5-16 11Z" fill="#6b4f3a"/></svg>`

export async function addOfficerPages(act: Act, files: Files, people: Officers): Promise<void> {
  const photo = await portrait(act, files)
  for (const [name, biography] of Object.entries(WORDS)) {
    const { person, actor } = people.get(name)!
    const own = { ...act, by: actor }
    await officerPages.save(own, person.id, { biography, photoSha256: name === 'Nora Whitlock' ? photo : null })
    await officerPages.agree(own, person.id)
  }
}

async function portrait(act: Act, files: Files): Promise<string> {
  const bytes = await sharp(Buffer.from(PORTRAIT)).webp({ quality: 80 }).toBuffer()
  const file = new File([new Uint8Array(bytes)], 'portrait.webp', { type: 'image/webp' })
  const received = await pictures.receive(files, act.group.id, file)
  await pictures.noteFile(act, received)
  return received.sha256
}
