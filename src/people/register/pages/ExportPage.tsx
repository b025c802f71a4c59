import type { OfficeFrame } from '../../../platform/web.ts'
import { typedText } from '../../../platform/forms.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { FactsList } from '../../../ui/FactsList.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { list, plural } from '../../../ui/words.ts'
import type { Approval } from '../approvals.ts'
import { HOME } from '../asking.ts'
import { type Extent, needsSecondWord } from '../exporting.ts'
import type { Eyes } from '../eyes.ts'
import { type Filter, queryOf } from '../filter.ts'
import type { Refused } from '../recordRoutes.tsx'
import { hrefOf } from './Views.tsx'

interface Props {
  frame: OfficeFrame
  filter: Filter
  eyes: Eyes
  headings: readonly string[]
  extent: Extent
  /** What this officer asked of another. */
  approval: Approval | undefined
  refused?: Refused | undefined
}

/** What a list would hold, and why it is taken out. */
export const ExportPage = ({ frame, ...props }: Props) => {
  const { filter, eyes, headings, extent, approval, refused } = props
  const contact = eyes.part('contact') !== null
  return (
    <OfficeLayout {...frame} head={{ title: 'Take a list out', refused: refused !== undefined }}>
      <ErrorSummary errors={refused?.errors} />
      <PageTitle
        title="Take a list out"
        crumbs={[{ label: 'Register', href: HOME }, { label: 'Take a list out' }]}
        sentence="A file leaves the register and what protects it. Take out as little as will do, and delete it when you are done."
      />
      <div class="stack">
        {needsSecondWord(extent, contact) && <SecondWord approval={approval} />}
        <Card padded>
          <FactsList
            facts={[
              [
                'Who is on it',
                <>
                  {plural(extent.people, 'person', 'people')} of {extent.everybody}.{' '}
                  <a href={hrefOf({ ...filter, page: 1 })}>Look at them, or choose others</a>
                </>,
              ],
              [
                'Taken out by you in 30 days',
                extent.earlier > 0 && `${plural(extent.earlier, 'address', 'addresses')}, counted together with these`,
              ],
              ['What it says of each', list(headings)],
              ['Never on it', 'Notes, relationships, and people whose record is held and not used'],
            ]}
          />
          <form class="stack" method="post" action={`${HOME}/export`} novalidate>
            <input type="hidden" name="query" value={queryOf({ ...filter, page: 1, ticked: '' })} />
            <TextArea
              name="reason"
              label="What is it for?"
              hint="Kept with your name and the day. Do not name anybody"
              rows={3}
              value={typedText(refused?.typed, 'reason') ?? approval?.reason}
              error={refused?.errors['reason']}
            />
            {contact && (
              <Checkbox
                name="contact"
                label="With email, telephone and address"
                checked={refused ? typedText(refused.typed, 'contact') === 'yes' : approval !== undefined}
              />
            )}
            <Button icon="download">Take the list out</Button>
          </form>
        </Card>
        <p class="meta">
          The file is a CSV table for any spreadsheet. Everybody on it sees on their own page that you took it out.
        </p>
      </div>
    </OfficeLayout>
  )
}

const SecondWord = ({ approval }: { approval: Approval | undefined }) =>
  approval?.state === 'given' ? (
    <Notice tone="ok">
      <p>Another officer said yes. You can take the list out with addresses once, within the week.</p>
    </Notice>
  ) : (
    <Notice tone="warn">
      <p>
        This is more than half of the register. With addresses it needs a second officer’s word: they are asked, and
        told your reason. Without addresses you can take it out now.
      </p>
      {approval && (
        <form method="post" action={`${HOME}/export/withdrawal`}>
          <p>You have asked. Nobody has answered yet.</p>
          <Button tone="alt" size="sm">
            Ask no longer
          </Button>
        </form>
      )}
    </Notice>
  )
