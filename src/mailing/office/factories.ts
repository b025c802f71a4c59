import { randomUUID } from 'node:crypto'
import { signedInAs } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import type { TestInstallation } from '../../../test/installation.ts'
import { anOfficer } from '../../people/factories.ts'
import type { Role } from '../../platform/roles.ts'
import { writeSetting } from '../../platform/settings.ts'
import { imprintSetting } from '../../publishing/index.ts'
import { aLetter } from '../factories.ts'

/** A group that may send letters, with its chair at the keyboard, and a letter of three words. */
export async function anOffice(installation: TestInstallation) {
  const group = await aGroup(installation)
  const context = installation.context(group)
  const officer = async (role: Role, strongly = false) => {
    const { id } = await anOfficer(context, { role, email: `${role}@officers.example` })
    return { ...(await signedInAs(installation, group, { id, strongly })), id }
  }
  await context.act((act) => writeSetting(act, imprintSetting, { name: 'Nora', address: 'Mill Row' }))
  const chair = await officer('chair', true)
  const letter = await aLetter(context, {
    subject: 'The rivers in May',
    blocks: [{ id: randomUUID(), kind: 'greeting', words: 'Dear all' }],
  })
  const home = `/office/letters/${letter}`
  const page = async (path: string) => (await chair.get(path)).text()
  return { group, context, officer, chair, letter, home, page }
}

/** What the page that asks once more would send. */
export async function decisionOn(page: string): Promise<{ at: string; mark: string }> {
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
  return { at: field('at'), mark: field('mark') }
}
