import { type Errors, type Typed } from '../../../platform/forms.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { Pager } from '../../../ui/Pager.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { civilDayWords, plural } from '../../../ui/words.ts'
import type { Part as Seen } from '../../visibility.ts'
import { type Candidate, type PartMember, PEOPLE_A_PAGE } from '../partMembers.ts'
import { type Part, partKindNames } from '../parts.ts'
import { Candidates } from './Candidates.tsx'
import { PartFields } from './PartFields.tsx'
import { PartPeople } from './PartPeople.tsx'
import { PARTS } from './PartsPage.tsx'

export interface May {
  readonly keep: boolean
  readonly appoint: boolean
}

interface Props {
  frame: OfficeFrame
  part: Part
  people: readonly PartMember[]
  candidates: readonly Candidate[]
  seen: ReadonlySet<Seen>
  may: May
  /** Words sought on the register. */
  q: string
  page: number
  typed?: Typed
  errors?: Errors
}

export const PartPage = ({ frame, part, people, candidates, seen, may, q, page, typed, errors }: Props) => (
  <OfficeLayout {...frame} head={{ title: part.name, refused: errors !== undefined }}>
    <ErrorSummary errors={errors} />
    <PageTitle
      title={part.name}
      sentence={
        <>
          <Chip tone="plain">{partKindNames[part.kind]}</Chip> {part.about}
        </>
      }
      crumbs={[{ label: 'Register', href: '/office/register' }, { label: 'Groups', href: PARTS }, { label: part.name }]}
    />
    {part.closedOn && <Closed part={part} may={may} />}
    <div class="dash">
      <div class="c12">
        <Card labelledby="people">
          <CardHead title="People" id="people">
            <span class="meta">{plural(part.people, 'person', 'people')}</span>
          </CardHead>
          {people.length === 0 ? (
            <Empty icon="users" title="Nobody is in it yet" sentence={nobody(may)} level={3} />
          ) : (
            <PartPeople {...{ part, people, seen, may }} />
          )}
          <Pager
            page={page}
            pages={Math.ceil(part.people / PEOPLE_A_PAGE)}
            href={(to) => `${PARTS}/${part.id}?page=${to}`}
          />
        </Card>
      </div>
      {may.keep && (
        <div class="c12 stack-l">
          {!part.closedOn && <Candidates {...{ part, candidates, q }} />}
          <Card labelledby="about">
            <CardHead title="About the group" id="about" />
            <form method="post" action={`${PARTS}/${part.id}`} novalidate class="pad stack">
              <PartFields typed={typed} errors={errors} part={part} />
              <Button tone="alt">Save</Button>
            </form>
            {!part.closedOn && (
              <form method="post" action={`${PARTS}/${part.id}/closure`} class="pad">
                <Button tone="ghost">Close the group</Button>
              </form>
            )}
          </Card>
        </div>
      )}
    </div>
  </OfficeLayout>
)

const nobody = ({ keep }: May): string =>
  keep ? 'Find people on the register and put them in.' : 'The membership secretary puts people in.'

const Closed = ({ part, may }: { part: Part; may: May }) => (
  <Notice>
    <p>This group was closed on {civilDayWords(part.closedOn!)}. Its coordinators no longer see its people.</p>
    {may.keep && (
      <form method="post" action={`${PARTS}/${part.id}/reopening`}>
        <Button tone="alt" size="sm">
          Open it again
        </Button>
      </form>
    )}
  </Notice>
)
