import type { OfficeFrame } from '../../../platform/web.ts'
import { typedText } from '../../../platform/forms.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { InlineEdit } from '../../../ui/InlineEdit.tsx'
import type { Child, WithChildren } from '../../../ui/jsx/child.ts'
import { SelectField } from '../../../ui/SelectField.tsx'
import { HOME } from '../asking.ts'
import type { Desk } from '../desks.ts'
import type { Opened } from '../opening.ts'
import type { NamedPart, PartOf } from '../../parts/belonging.ts'
import type { Candidate } from '../picking.ts'
import type { Refused } from '../recordRoutes.tsx'
import { type Tie, tieKinds, tieNames } from '../ties.ts'
import { RecordLayout } from './RecordLayout.tsx'
import { WhoField } from './WhoField.tsx'
import { plainDay } from '../../../ui/words.ts'

interface Props extends Opened {
  frame: OfficeFrame
  groups: readonly PartOf[]
  allGroups: readonly NamedPart[]
  ties: readonly Tie[]
  desks: readonly Desk[]
  refused?: Refused | undefined
  choice: readonly Candidate[]
}

/** With whom somebody works: local and policy groups, other people, desks at partner bodies. */
export const TiesPage = ({ frame, ...props }: Props) => {
  const { person, keeps, zone, refused } = props
  return (
    <RecordLayout {...{ frame, person, keeps, zone }} tab="/ties" errors={refused?.errors}>
      <div class="dash">
        <Groups {...props} />
        {person.sees.has('notes') && <Relations {...props} />}
        {person.sees.has('notes') && <Desks {...props} />}
      </div>
    </RecordLayout>
  )
}

type Shown = Omit<Props, 'frame'>

const Groups = ({ person, groups, allGroups, changes }: Shown) => {
  const present = new Set(groups.filter(({ to }) => !to).map(({ id }) => id))
  const others = allGroups.filter(({ id }) => !present.has(id))
  return (
    <Listed title="Local and policy groups" none="In none yet." some={groups.length > 0}>
      {groups.map(({ id, name, coordinates, from, to }) => (
        <Line says={`${plainDay(from)}${to ? ` to ${plainDay(to)}` : ' until now'}`} what={name}>
          {coordinates && !to && <Chip tone="go">Coordinates</Chip>}
          {changes && !to && <Away action={`${HOME}/${person.id}/parts/${id}/end`} label={`End ${name}`} word="End" />}
        </Line>
      ))}
      {changes && others.length > 0 && (
        <InlineEdit
          whole
          shown="Add to a group"
          purpose="add to a local or policy group"
          action={`${HOME}/${person.id}/parts`}
        >
          <SelectField name="part" label="Group" options={others.map(({ id, name }) => ({ value: id, label: name }))} />
        </InlineEdit>
      )}
    </Listed>
  )
}

const Relations = ({ person, ties, changes, refused, choice }: Shown) => {
  const failed = refused?.fact === 'tie' ? refused : undefined
  return (
    <Listed title="Relationships" none="None noted." some={ties.length > 0}>
      {ties.map(({ id, kind, outward, otherId, other }) => (
        <Line what={<a href={`${HOME}/${otherId}`}>{other}</a>} says={tieNames[kind][outward ? 0 : 1]}>
          {changes && (
            <Away action={`${HOME}/${person.id}/ties/${id}/removal`} label={`Take away ${other}`} word="Take away" />
          )}
        </Line>
      ))}
      {changes && (
        <InlineEdit
          whole
          shown="Note a relationship"
          purpose="note how they stand to somebody"
          action={`${HOME}/${person.id}/ties`}
          open={failed !== undefined}
        >
          <SelectField
            name="kind"
            label={`${person.name} …`}
            options={tieKinds.map((kind) => ({ value: kind, label: tieNames[kind][0] }))}
            value={typedText(failed?.typed, 'kind')}
            error={failed?.errors['kind']}
          />
          <WhoField label="Whom" refused={failed} choice={choice} />
        </InlineEdit>
      )}
    </Listed>
  )
}

const Desks = ({ desks }: Shown) => (
  <Listed title="Desks at partner bodies" none="None. They are given on the page of the body." some={desks.length > 0}>
    {desks.map(({ title, body, bodyId, from, to }) => (
      <Line
        what={
          <>
            {title}, <a href={`${HOME}/bodies/${bodyId}`}>{body}</a>
          </>
        }
        says={to ? `${plainDay(from)} to ${plainDay(to)}` : `since ${plainDay(from)}`}
      />
    ))}
  </Listed>
)

const Listed = ({ title, none, some, children }: WithChildren<{ title: string; none: string; some: boolean }>) => (
  <Card span={4}>
    <CardHead title={title} />
    <div class="pad stack-s">
      {!some && <p class="meta">{none}</p>}
      {children}
    </div>
  </Card>
)

const Line = ({ what, says, children }: { what: Child; says: string; children?: Child }) => (
  <div class="row between">
    <span>
      {what}
      <br />
      <span class="meta">{says}</span>
    </span>
    {children}
  </div>
)

const Away = ({ action, label, word }: { action: string; label: string; word: string }) => (
  <form method="post" action={action}>
    <Button tone="ghost" size="sm" aria-label={label}>
      {word}
    </Button>
  </form>
)
