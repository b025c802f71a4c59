import type { Export } from '../../../platform/exports.ts'
import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { AskedExports } from '../../../publishing/index.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Field } from '../../../ui/Field.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { EXPORT_HOME } from '../takingOut.ts'

interface Props {
  frame: OfficeFrame
  zone: string
  /** Those this officer asked for, newest first. */
  earlier: readonly Export[]
  typed?: Typed | undefined
  errors?: Errors | undefined
}

const SECONDS = 3

/** Taking out everything the group keeps, in a form that needs no program of ours. */
export const GroupExportPage = ({ frame, zone, earlier, typed, errors }: Props) => {
  const goesOn = earlier.some(({ state }) => state === 'waiting')
  const head = { title: 'Take everything with you', refused: errors !== undefined }
  return (
    <OfficeLayout {...frame} head={{ ...head, ...(goesOn && !errors && { refreshEvery: SECONDS }) }}>
      <PageTitle
        title="Take everything with you"
        sentence="All the group keeps here, in one zip that anyone can read without this program."
      />
      <ErrorSummary errors={errors} />
      <div class="dash">
        <AskPart typed={typed} errors={errors} />
        <HoldsPart />
        <AskedExports home={EXPORT_HOME} zone={zone} earlier={earlier} />
      </div>
    </OfficeLayout>
  )
}

const AskPart = ({ typed, errors }: Pick<Props, 'typed' | 'errors'>) => (
  <Card span={7} labelledby="ask">
    <CardHead id="ask" title="Make the zip" />
    <form method="post" action={EXPORT_HOME} class="pad stack" novalidate>
      <p>
        It holds names and email addresses of everybody on the register and of people who commented. Being on this list
        tells what somebody believes: the law asks you to have a reason, and to keep it where only those see it who need
        it.
      </p>
      <Field
        name="reason"
        label="Why is everything taken out?"
        hint="It is kept with the request, and stands in the README of the zip."
        maxlength={500}
        value={typedText(typed, 'reason')}
        error={errors?.['reason']}
        required
      />
      <div>
        <Button icon="download">Make the zip of everything</Button>
      </div>
    </form>
  </Card>
)

const HoldsPart = () => (
  <Card span={5} labelledby="holds">
    <CardHead id="holds" title="What it holds" />
    <div class="pad">
      <ul class="stack-s">
        <li>Every text as a page that opens with a double click, with its comments.</li>
        <li>Every picture, as a file.</li>
        <li>Every kind of record as a table: CSV for a spreadsheet, JSON for a program.</li>
        <li>
          For another Backbench, take the website by <a href="/office/website/export">Export</a>, or ask your host for
          an archive.
        </li>
      </ul>
    </div>
  </Card>
)
