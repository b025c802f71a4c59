import { z } from 'zod'
import type { Tx } from '../platform/database.ts'
import { afterChange } from '../platform/flash.ts'
import { readForm } from '../platform/forms.ts'
import type { Group } from '../platform/group.ts'
import { record } from '../platform/journal.ts'
import { allow, Refusal } from '../platform/refusal.ts'
import { router, type Web } from '../platform/web.ts'
import { choicesOf } from './choices.ts'
import { settingsChanged } from './events.ts'
import { SettingsPage, type ShownSection } from './pages/SettingsPage.tsx'
import { mayChangeSettings } from './permissions.ts'
import { sections } from './settings/index.ts'

export const settingsRoutes = router()

settingsRoutes.get('/office/settings', async (c) => {
  allowSettings(c)
  return c.html(await page(c))
})

settingsRoutes.post('/office/settings/:section{[a-z-]+}', async (c) => {
  allowSettings(c)
  const section = sections.find(({ name }) => name === c.req.param('section'))
  if (!section) throw new Refusal('There is no such part of the settings.', 404)
  const { typed } = await readForm(c, z.looseObject({}))
  const checked = section.check(typed)
  if (!checked.ok) return c.html(await page(c, { section, typed, errors: checked.errors }), 422)

  const undo = await c.var.act(async (act) => {
    await checked.save(act)
    await record(act, settingsChanged, {})
    return act.id
  })
  await c.var.services.groups.load() // the name or colour may be another one now
  return afterChange(c, `/office/settings#${section.name}`, { sentence: section.saved, undo })
})

const allowSettings = (c: Web) =>
  allow(
    mayChangeSettings(c.var.actor),
    'Only the chair, the vice-chair, the secretary and the editor change the settings.',
  )

/** All sections as saved, but the refused one as typed. */
async function page(c: Web, refused?: ShownSection) {
  const { shown, choices } = await c.var.read(async (tx) => ({
    shown: await storedSections(tx, c.var.group),
    choices: await choicesOf(tx),
  }))
  const withRefused = shown.map((one) => (one.section === refused?.section ? refused : one))
  return <SettingsPage frame={c.var.officeFrame()} shown={withRefused} choices={choices} />
}

async function storedSections(tx: Tx, group: Group): Promise<readonly ShownSection[]> {
  const shown: ShownSection[] = []
  for (const section of sections) shown.push({ section, typed: await section.stored(tx, group) })
  return shown
}
