import { register } from '../../people/index.ts'
import { csvFile } from '../../platform/csv.ts'
import { afterChange } from '../../platform/flash.ts'
import { readForm } from '../../platform/forms.ts'
import { allow, Refusal } from '../../platform/refusal.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import { mayWrite, writersOnly } from '../permissions.ts'
import * as answers from './answers.ts'
import { areasTable, wordsTable } from './answerTables.ts'
import { closesAt, takesAnswers } from './askRules.ts'
import { closingForm } from './forms.ts'
import { LetterAnswersPage } from './pages/LetterAnswersPage.tsx'

export const LETTER_ANSWERS = `/office/letters/:id{${uuid}}/answers` as const
export const ANSWERS_FILE = `/office/letters/:id{${uuid}}/:file{answers\\.csv|words\\.csv}` as const

/** What readers answered to a letter, for its officers. */
export const answersRoutes = router()

answersRoutes.get(LETTER_ANSWERS, async (c) => {
  const { letter, given, names } = await answersOf(c)
  const { group } = c.var
  const at = new Date()
  const state = { open: takesAnswers(letter, at), closesAt: closesAt(letter) }
  const shown = { letter, given, names, ...state, zone: group.zone }
  return c.html(
    <LetterAnswersPage frame={c.var.officeFrame()} {...shown} secondFactorFirst={seesNames(c) && !mayName(c)} />,
  )
})

/** The numbers by area, or the words. Nobody is named in a file. */
answersRoutes.get(ANSWERS_FILE, async (c) => {
  const { letter, given } = await answersOf(c)
  const file = c.req.param('file').replace('.csv', '')
  return csvFile(c, file, file === 'words' ? wordsTable(letter, given) : areasTable(letter, given))
})

answersRoutes.post(`${LETTER_ANSWERS}/closing`, async (c) => {
  allow(mayWrite(c.var.actor), writersOnly)
  const form = await readForm(c, closingForm)
  if (!form.ok) throw new Refusal('Choose whether answers are taken.', 422)
  const closed = form.values.to === 'closed'
  const undo = await c.var.act(async (act) => {
    await answers.setClosed(act, c.req.param('id'), closed)
    return act.id
  })
  const sentence = closed ? 'No more answers are taken.' : 'Answers are taken again.'
  return afterChange(c, `/office/letters/${c.req.param('id')}/answers`, { sentence, undo })
})

/** Officers who see names see who answered, once they have shown a second factor. */
const mayName = (c: Web): boolean => seesNames(c) && c.var.session?.strong === true
const seesNames = (c: Web): boolean => register.seesAll(c.var.actor, 'name')

async function answersOf(c: Web) {
  allow(mayWrite(c.var.actor), writersOnly)
  return c.var.read(async (tx) => {
    const letter = await answers.askingLetter(tx, c.req.param('id')!)
    if (!letter) throw new Refusal('There is no such letter, or it has not gone out.', 404)
    const given = await answers.toLetter(tx, letter.id)
    return { letter, given, names: mayName(c) ? await answers.namesOf(tx, given) : null }
  })
}
