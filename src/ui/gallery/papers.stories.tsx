import { Board } from '../Board.tsx'
import { Button } from '../Button.tsx'
import { Chip } from '../Chip.tsx'
import { DateField } from '../DateField.tsx'
import { Doc } from '../Doc.tsx'
import { type Hex, HexMap } from '../HexMap.tsx'
import { InlineEdit } from '../InlineEdit.tsx'
import { Legend } from '../Legend.tsx'
import { Note } from '../Note.tsx'
import { SelectField } from '../SelectField.tsx'
import type { Story } from './story.ts'

const hexes: readonly Hex[] = ['Norbridge', 'Marstow', 'Hexley', 'Quillmouth', 'Dunmere', 'Hollin', 'Easter'].map(
  (name, index) => {
    const value = index === 6 ? null : 8 + index * 6
    return {
      name,
      q: index % 3,
      r: Math.floor(index / 3),
      value,
      shown: value === null ? 'no figure' : `${value} days`,
    }
  },
)
const columns = [
  { key: 'idea', title: 'Ideas', cards: [{ id: '1', title: 'How long do councils take?', href: '#1' }] },
  { key: 'asked', title: 'Asked', cards: [{ id: '2', title: 'Spills by outfall', href: '#2', meta: 'Due on 4 May' }] },
  { key: 'answered', title: 'Answered', cards: [] },
]
const states = [
  { value: 'current', label: 'Current' },
  { value: 'lapsed', label: 'Lapsed' },
]

/** Documents and their margins, boards, maps, and small forms. */
export const paperStories: readonly Story[] = [
  {
    component: 'Board',
    state: 'full, with an empty column, moved by a select',
    render: () => <Board columns={columns} moveAction={(id) => `#move-${id}`} />,
  },
  {
    component: 'Board',
    state: 'only to read',
    render: () => (
      <Board
        columns={columns.map(({ key, title, cards }) => ({ key: `r-${key}`, title: `${title}, last year`, cards }))}
      />
    ),
  },
  {
    component: 'HexMap',
    state: 'six places with a figure, one without',
    render: () => <HexMap title="Days waited for an answer, 2025" hexes={hexes} bounds={[10, 18, 26, 34]} />,
  },
  {
    component: 'HexMap',
    state: 'no figures yet',
    render: () => (
      <HexMap
        title="Days waited for an answer, 2026"
        hexes={hexes.map((hex) => ({ ...hex, value: null, shown: 'no figure' }))}
        bounds={[10, 18, 26, 34]}
      />
    ),
  },
  {
    component: 'Legend',
    state: 'five classes and none',
    render: () => <Legend labels={['To 10 days', '11 to 18', '19 to 26', '27 to 34', 'More than 34']} />,
  },
  {
    component: 'Doc',
    state: 'numbered, with a change and a comment',
    render: () => (
      <Doc
        parts={[
          { heading: 'What we ask' },
          { number: 1, text: 'Councils answer within twenty days.' },
          {
            number: 2,
            text: (
              <>
                They publish <del>a summary</del> <ins>every figure</ins>, <mark>each quarter</mark>.
              </>
            ),
          },
        ]}
      />
    ),
  },
  {
    component: 'Note',
    state: 'a comment; the one that was followed',
    render: () => (
      <div class="stack">
        <Note name="Jo Okafor" about="Comment on paragraph 2">
          <p>Quarterly is too slow for spills.</p>
        </Note>
        <Note name="Dr Sunita Rao" about="Amendment to paragraph 2" current>
          <p>Leave out “a summary” and insert “every figure”.</p>
          <Button size="sm" tone="alt">
            Support it
          </Button>
        </Note>
      </div>
    ),
  },
  {
    component: 'DateField',
    state: 'empty',
    render: () => <DateField name="joined" label="When did you join?" hint="For example, 3 12 2026" />,
  },
  {
    component: 'DateField',
    state: 'refused',
    render: () => (
      <DateField
        name="met"
        label="Day of the meeting"
        value={{ day: '31', month: '4', year: '2026' }}
        error="April has 30 days. Enter a day from 1 to 30"
      />
    ),
  },
  {
    component: 'InlineEdit',
    state: 'closed',
    render: () => (
      <InlineEdit shown={<Chip tone="ok">Current</Chip>} purpose="change the state of Ann Price" action="#state">
        <SelectField name="state-1" label="State" options={states} value="current" />
      </InlineEdit>
    ),
  },
  {
    component: 'InlineEdit',
    state: 'refused, so open',
    render: () => (
      <InlineEdit shown={<Chip>Not said</Chip>} purpose="change the state of Ben Orme" action="#state" open>
        <SelectField name="state-2" label="State" options={states} error="Choose a state" />
      </InlineEdit>
    ),
  },
]
