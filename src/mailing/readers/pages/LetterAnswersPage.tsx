import type { OfficeFrame } from '../../../platform/web.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { Time } from '../../../ui/Time.tsx'
import { plural } from '../../../ui/words.ts'
import { LetterTabs } from '../../pages/LetterTabs.tsx'
import type { AskingLetter, GivenAnswer } from '../answers.ts'
import { AskAnswers } from './AskAnswers.tsx'

interface Props {
  frame: OfficeFrame
  zone: string
  letter: AskingLetter
  given: readonly GivenAnswer[]
  /** By their ids; null for whoever sees no names. */
  names: ReadonlyMap<string, string> | null
  /** They would see names after showing a second factor. */
  secondFactorFirst: boolean
  open: boolean
  closesAt: Date
}

/** What readers answered to the questions in a letter. */
export const LetterAnswersPage = (props: Props) => {
  const { frame, letter, given, names, zone } = props
  const home = `/office/letters/${letter.id}`
  return (
    <OfficeLayout {...frame} head={{ title: `Answers to ${letter.subject}` }}>
      <PageTitle
        title={letter.subject}
        crumbs={[{ label: 'Letters', href: '/office/letters' }, { label: letter.subject }]}
        sentence={letter.asks.length > 0 && <Until {...props} />}
        actions={given.length > 0 && <Files home={home} />}
      />
      <LetterTabs letter={letter} here="answers" />
      {props.secondFactorFirst && given.length > 0 && (
        <Notice>
          <p>
            You see who answered once you sign in with a passkey or an authenticator app.{' '}
            <a href="/my/security">Set one up</a>
          </p>
        </Notice>
      )}
      {letter.asks.length === 0 ? (
        <Card>
          <Empty
            icon="message-square"
            title="This letter asks nothing"
            sentence="Put an “Ask” into your next letter, and what readers answer is gathered here, by area."
          />
        </Card>
      ) : (
        <div class="stack-l">
          {letter.asks.map((ask) => (
            <AskAnswers ask={ask} given={given.filter(({ askId }) => askId === ask.id)} {...{ names, zone }} />
          ))}
          <Closing {...props} />
        </div>
      )}
    </OfficeLayout>
  )
}

const Until = ({ open, closesAt, zone, given }: Props) => (
  <>
    {plural(given.length, 'answer')}. {open ? 'Answers are taken until ' : 'Closed since '}
    <Time at={closesAt} zone={zone} />.
  </>
)

const Files = ({ home }: { home: string }) => (
  <>
    <ButtonLink href={`${home}/answers.csv`} tone="alt" icon="download" download>
      Numbers by area (CSV)
    </ButtonLink>
    <ButtonLink href={`${home}/words.csv`} tone="alt" icon="download" download>
      Words (CSV)
    </ButtonLink>
  </>
)

/** After sixty days there is nothing to open again. */
const Closing = ({ letter, open }: Props) =>
  !open && letter.closedAt === null ? null : (
    <Card labelledby="closing">
      <CardHead title={open ? 'Take no more answers' : 'Take answers again'} id="closing" />
      <form method="post" action={`/office/letters/${letter.id}/answers/closing`} class="pad stack-s">
        <p>
          {open
            ? 'Readers who open a link afterwards read that it is closed. What they answered so far stays here.'
            : 'Readers can answer again until sixty days after the letter went out.'}
        </p>
        <p>
          <Button tone="alt" name="to" value={open ? 'closed' : 'open'}>
            {open ? 'Close the questions' : 'Open the questions again'}
          </Button>
        </p>
      </form>
    </Card>
  )
