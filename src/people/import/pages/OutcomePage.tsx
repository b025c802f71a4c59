import type { OfficeFrame } from '../../../platform/web.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { FactsList } from '../../../ui/FactsList.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { Time } from '../../../ui/Time.tsx'
import { list, number } from '../../../ui/words.ts'
import type { Person } from '../../persons.ts'
import { outcomeOf } from '../importWords.ts'
import { cameIn, type Counts, type MemberImport } from '../imports.ts'
import { StateChip } from './StateChip.tsx'

interface Props {
  frame: OfficeFrame
  zone: string
  one: MemberImport
  now: Date
  /** Whom somebody changed since. */
  edited: readonly Person[]
  /** Why it could not be undone. */
  refusal?: string | undefined
}

const HOME = '/office/register/import'
const DAYS = 30

/** What came of a list, and how to take it back. */
export const OutcomePage = ({ frame, zone, one, now, edited, refusal }: Props) => (
  <OfficeLayout {...frame} head={{ title: 'What the list brought', refused: refusal !== undefined }}>
    <PageTitle
      title="What the list brought"
      crumbs={[{ label: 'Bring in people', href: HOME }, { label: one.fileName }]}
      sentence={
        <span class="row row-s">
          <StateChip state={one.state} />
          <span>
            Sent <Time at={one.startedAt} zone={zone} as="dayAndTime" />
          </span>
        </span>
      }
      actions={
        <ButtonLink href={HOME} tone="alt" icon="upload">
          Bring in another list
        </ButtonLink>
      }
    />
    <div class="stack-l">
      {one.trouble ? (
        <Notice tone={one.state === 'failed' ? 'bad' : 'warn'}>
          <p>{one.trouble}</p>
          <p>The register is as it was before.</p>
        </Notice>
      ) : (
        <p class="lede">{outcomeOf(one)}</p>
      )}
      {refusal && (
        <Notice tone="warn">
          <p>{refusal}</p>
          {edited.length > 0 && <p>Changed since: {namesOf(edited)}.</p>}
        </Notice>
      )}
      {one.counts && !one.trouble && <Figures counts={one.counts} />}
      {cameIn(one) && <MayBeAsked />}
      {cameIn(one) && one.endedAt && now.getTime() - one.endedAt.getTime() < DAYS * 86_400_000 && (
        <UndoCard one={one} rest={edited.length > 0} />
      )}
    </div>
  </OfficeLayout>
)

const MayBeAsked = () => (
  <Notice>
    <p>
      Nobody is emailed because of a list. Whoever came without proof of a yes is held, and not written to;{' '}
      <a href="/office/letters/still-right">you may ask each of them once whether it is still right</a>.
    </p>
  </Notice>
)

const SHOWN = 20
const namesOf = (people: readonly Person[]): string =>
  list([
    ...people.slice(0, SHOWN).map(({ name }) => name),
    ...(people.length > SHOWN ? [`${number(people.length - SHOWN)} others`] : []),
  ])

const Figures = ({ counts }: { counts: Counts }) => (
  <Card labelledby="figures">
    <CardHead id="figures" title="In figures" />
    <div class="pad">
      <FactsList
        facts={[
          ['New on the register', number(counts.new)],
          ['Changed', number(counts.changed)],
          ['As before', number(counts.same)],
          ['With a problem, and left outside', number(counts.problem)],
          ['Left out by you', number(counts.left_out)],
        ]}
      />
    </div>
  </Card>
)

const UndoCard = ({ one, rest }: { one: MemberImport; rest: boolean }) => (
  <Card labelledby="undo">
    <CardHead id="undo" title="Undo this import" />
    <form method="post" action={`${HOME}/${one.id}/reversal`} class="pad stack">
      <p>Those who came in go, and those who were changed are as before. You can do this for 30 days.</p>
      {rest && <input type="hidden" name="rest" value="yes" />}
      <div>
        <Button tone="alt">{rest ? 'Undo the rest' : 'Undo this import'}</Button>
      </div>
    </form>
  </Card>
)
