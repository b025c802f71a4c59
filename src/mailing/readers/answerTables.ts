import type { CsvTable } from '../../platform/csv.ts'
import type { AskingLetter, GivenAnswer } from './answers.ts'
import { byArea } from './askRules.ts'

type Table = CsvTable<readonly (readonly (string | number)[])[]>
type Given = readonly GivenAnswer[]

const to = (given: Given, askId: string): Given => given.filter((answer) => answer.askId === askId)

/** How many said yes and no to each question, by area, as the page shows it. */
export const areasTable = ({ asks }: AskingLetter, given: Given): Table => ({
  columns: ['question', 'region', 'council', 'yes', 'no', 'in words'],
  rows: asks.flatMap(({ id, question }) =>
    byArea(to(given, id)).map(({ area, within, yes, no, words }) => [
      question,
      within ?? area,
      within === null ? '' : area,
      yes,
      no,
      words,
    ]),
  ),
})

/** What was written to each question, with the region it came from. */
export const wordsTable = ({ asks }: AskingLetter, given: Given): Table => ({
  columns: ['question', 'region', 'answer', 'words'],
  rows: asks.flatMap(({ id, question }) =>
    to(given, id)
      .filter(({ words }) => words !== '')
      .map(({ region, says, words }) => [question, region ?? '', says ?? '', words]),
  ),
})
