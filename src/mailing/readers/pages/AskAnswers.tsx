import { Card, CardHead } from '../../../ui/Card.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Time } from '../../../ui/Time.tsx'
import { number, plural } from '../../../ui/words.ts'
import type { Ask, GivenAnswer } from '../answers.ts'
import { type AreaCount, byArea, counted, NOWHERE } from '../askRules.ts'

interface Props {
  ask: Ask
  /** The answers to this question. */
  given: readonly GivenAnswer[]
  names: ReadonlyMap<string, string> | null
  zone: string
}

/** One question: how many said yes and no, from where, and what was written. */
export const AskAnswers = ({ ask, given, names, zone }: Props) => {
  const { yes, no } = counted({ area: '', within: null }, given)
  const written = given.filter(({ words }) => words !== '')
  return (
    <Card labelledby={`ask-${ask.id}`}>
      <CardHead title={ask.question} id={`ask-${ask.id}`}>
        <span class="meta">{plural(given.length, 'answer')}</span>
      </CardHead>
      {given.length === 0 ? (
        <p class="pad">Nobody has answered this yet.</p>
      ) : (
        <>
          <p class="pad lede">
            {number(yes)} yes, {number(no)} no, {number(written.length)} in words.
          </p>
          <DataTable caption={`By area: ${ask.question}`} columns={areaColumns} rows={byArea(given)} />
          <CardHead
            title={names ? 'Who answered' : written.length > 0 ? 'In words' : 'Nothing was written in words'}
            level={3}
          />
          {names ? (
            <DataTable
              caption={`Who answered: ${ask.question}`}
              columns={[nameColumn(names), ...wordColumns(zone)]}
              rows={given}
            />
          ) : (
            written.length > 0 && (
              <DataTable caption={`In words: ${ask.question}`} columns={wordColumns(zone)} rows={written} />
            )
          )}
        </>
      )}
    </Card>
  )
}

const areaColumns: readonly Column<AreaCount>[] = [
  {
    key: 'area',
    label: 'Area',
    wide: true,
    cell: ({ area, within }) => (within === null ? <b>{area}</b> : <>of these, {area}</>),
  },
  { key: 'yes', label: 'Yes', figures: true, cell: ({ yes }) => number(yes) },
  { key: 'no', label: 'No', figures: true, cell: ({ no }) => number(no) },
  { key: 'words', label: 'In words', figures: true, cell: ({ words }) => number(words) },
]

const nameColumn = (names: ReadonlyMap<string, string>): Column<GivenAnswer> => ({
  key: 'name',
  label: 'Who',
  cell: ({ personId }) => <a href={`/office/register/${personId}`}>{names.get(personId)}</a>,
})

const SAYS = { yes: 'Yes', no: 'No' } as const

const wordColumns = (zone: string): readonly Column<GivenAnswer>[] => [
  { key: 'region', label: 'Region', cell: ({ region }) => region ?? NOWHERE },
  { key: 'says', label: 'Answer', cell: ({ says }) => (says ? SAYS[says] : 'In words') },
  { key: 'words', label: 'Words', wide: true, cell: ({ words }) => words || '–' },
  { key: 'at', label: 'When', cell: ({ at }) => <Time at={at} zone={zone} /> },
]
