import type { Tx } from '../../platform/database.ts'
import { type Errors, readForm, typedText } from '../../platform/forms.ts'
import { allow } from '../../platform/refusal.ts'
import { router, type Web } from '../../platform/web.ts'
import { z } from 'zod'
import { pagesByName, postsByDate } from '../entryList.ts'
import * as menus from '../menus.ts'
import { mayPublish, publishersOnly } from '../permissions.ts'
import { listAll } from '../terms.ts'
import { change } from './entryRoutes.tsx'
import { itemsOf, type MenuRow, moved, rowOf, rowsIn, type Verb } from './menuRows.ts'
import { type MenuChoices, MenuPage } from './pages/MenuPage.tsx'

const HOME = '/office/menu'

/** The menu of the website. Every button saves what is typed, and each press can be undone. */
export const menuRoutes = router()

menuRoutes.get(HOME, async (c) => {
  allowMenu(c)
  const { rows, choices } = await c.var.read(async (tx) => ({
    rows: (await menus.read(tx)).map(rowOf),
    choices: await readChoices(tx),
  }))
  return c.html(<MenuPage frame={c.var.officeFrame()} {...{ rows, choices }} />)
})

menuRoutes.post(HOME, async (c) => {
  allowMenu(c)
  const { typed } = await readForm(c, z.looseObject({}))
  const [verb, at] = (typedText(typed, 'do') ?? 'save').split(':')
  const typedRows = rowsIn(typed)
  const rows = isVerb(verb) ? moved(typedRows, verb, Number(at)) : typedRows
  const choices = await c.var.read(readChoices)
  const { items, errors } = itemsOf(rows, namesOf(choices))
  if (Object.keys(errors).length) return refuse(c, { rows, choices, errors })
  return change(c, HOME, async (act) => {
    await menus.save(act, items)
    return 'The menu is saved.'
  })
})

const allowMenu = (c: Web) => allow(mayPublish(c.var.actor), publishersOnly)

const VERBS: ReadonlySet<string> = new Set<Verb>(['up', 'down', 'in', 'out', 'remove'])
const isVerb = (word: string | undefined): word is Verb => VERBS.has(word ?? '')

const refuse = (
  c: Web,
  { rows, choices, errors }: { rows: readonly MenuRow[]; choices: MenuChoices; errors: Errors },
) => c.html(<MenuPage frame={c.var.officeFrame()} {...{ rows, choices, errors }} />, 422)

async function readChoices(tx: Tx): Promise<MenuChoices> {
  return { pages: await pagesByName(tx), posts: await postsByDate(tx), terms: await listAll(tx) }
}

function namesOf({ pages, posts, terms }: MenuChoices): ReadonlyMap<string, string> {
  const entries = [...pages, ...posts].map(({ id, title }) => [`entry:${id}`, title] as const)
  return new Map([...entries, ...terms.map(({ id, name }) => [`term:${id}`, name] as const)])
}
