import type { OfficeFrame } from '../../../platform/web.ts'
import { Card, CardHead } from '../../../ui/Card.tsx'
import type { Child } from '../../../ui/jsx/child.ts'
import { FactsList } from '../../../ui/FactsList.tsx'
import { InlineEdit } from '../../../ui/InlineEdit.tsx'
import { typedText } from '../../../platform/forms.ts'
import { nameOf } from '../../places/lists.ts'
import type { Topic } from '../../topics.ts'
import { type Fact, factNames, factParts, facts } from '../facts.ts'
import { HOME } from '../asking.ts'
import type { Hat } from '../hats.ts'
import type { Opened } from '../opening.ts'
import type { Refused } from '../recordRoutes.tsx'
import { HatsCard } from './HatsCard.tsx'
import { KindCard } from './KindCard.tsx'
import { RecordLayout } from './RecordLayout.tsx'
import { SeenByCard } from './SeenByCard.tsx'
import { TopicsCard } from './TopicsCard.tsx'
import { factField, factValue } from './factFields.tsx'

export interface FactsProps extends Opened {
  readonly topics: readonly Topic[]
  readonly chosen: ReadonlySet<string>
  readonly hats: readonly Hat[]
  readonly refused?: Refused | undefined
}

/** The first tab of a record: what is held in single values, each changed where it stands. */
export const FactsPage = ({ frame, ...props }: FactsProps & { frame: OfficeFrame }) => {
  const { person, keeps, zone, refused } = props
  return (
    <RecordLayout {...{ frame, person, keeps, zone }} tab="" errors={refused?.errors}>
      <div class="dash">
        <div class="c8 stack">
          <Card labelledby="facts">
            <CardHead title="What is held" id="facts" />
            <div class="pad">
              <FactsList facts={[...shown(props), ...follows(props)]} />
            </div>
          </Card>
          <SeenByCard kind={person.kind} />
        </div>
        <div class="c4 stack">
          <KindCard {...props} />
          {person.sees.has('topics') && <TopicsCard {...props} />}
          {person.sees.has('work') && <HatsCard {...props} />}
        </div>
      </div>
    </RecordLayout>
  )
}

const shown = (props: FactsProps): readonly (readonly [string, Child])[] =>
  facts
    .filter((fact) => props.person.sees.has(factParts[fact]))
    .map((fact) => [factNames[fact], <OneFact {...props} fact={fact} />] as const)

/** What cannot be changed by itself. */
const follows = ({ person: { region, otherEmails } }: FactsProps): readonly (readonly [string, Child])[] => [
  ['Region or nation', region && nameOf(region)],
  ['Also known by', otherEmails.join(', ')],
]

const OneFact = ({ fact, person, changes, refused }: FactsProps & { fact: Fact }) => {
  const value = factValue(fact, person, { plain: changes }) ?? <span class="meta">{changes ? 'Add' : 'Not known'}</span>
  if (!changes) return <>{value}</>
  const failed = refused?.fact === fact
  return (
    <InlineEdit
      shown={value}
      purpose={`change ${factNames[fact].toLowerCase()}`}
      action={`${HOME}/${person.id}/facts/${fact}`}
      open={failed}
    >
      {factField(fact, {
        value: failed ? typedText(refused.typed, fact) : (person[fact] ?? undefined),
        error: failed ? refused.errors[fact] : undefined,
      })}
    </InlineEdit>
  )
}
