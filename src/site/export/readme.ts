import { civilDayWords } from '../../ui/words.ts'
import type { Contents } from './contents.ts'

interface Facts {
  readonly group: string
  readonly day: string
  readonly reason: string
  readonly contents: Contents
}

/** README.txt: what is where, and how to open it. */
export const readme = ({ group, day, reason, contents: { tables, leftBehind } }: Facts): string =>
  lines(
    `Everything from ${group}`,
    '',
    `Made by Backbench, as it was on ${civilDayWords(day)}.`,
    `Why it was made: ${reason}`,
    '',
    'Open index.html with a double click. It lists everything and needs no internet.',
    '',
    'posts/, pages/   The texts on the website, each with the comments under it.',
    'not-public/      Drafts, texts that wait for their day, and texts that were taken down.',
    'files/           Pictures, as they are on the website.',
    'tables/          Every kind of record, twice: .csv for a spreadsheet, .json for a program.',
    'style.css        How the pages look.',
    '',
    'In the .csv files an apostrophe stands before anything a spreadsheet would take for a formula.',
    'Moments are in universal time, such as 2026-11-22T19:00:00.000Z.',
    '',
    'The tables:',
    ...tables.map(({ csv, title, why }) => `- ${csv}: ${title}. ${why}`),
    '',
    'What is not in here, and why:',
    ...Object.entries(leftBehind).map(([table, why]) => `- ${table}: ${why}`),
    '',
    'It holds personal data, some of which tells what people believe. Give it to nobody who has no need of it,',
    'and delete it when it has done its work.',
  )

/** Line ends that every editor of plain text shows. */
const lines = (...all: readonly string[]): string => `${all.join('\r\n')}\r\n`
