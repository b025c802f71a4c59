import type { Errors } from '../../../platform/forms.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { FileField } from '../../../ui/FileField.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PlainLayout } from '../../../ui/PlainLayout.tsx'

interface Props {
  /** Megabytes. */
  largest: number
  /** Who runs this server. */
  contact: string | undefined
  /** A trial was ended just now. */
  ended: boolean
  errors?: Errors | undefined
}

/** What a trial is, and the form that begins one. */
export const TryPage = ({ largest, contact, ended, errors }: Props) => (
  <PlainLayout
    head={{ title: 'Try it with your own website', noindex: true, refused: errors !== undefined }}
    look={{ name: 'Backbench' }}
    homeHref="/try"
  >
    <div class="stack-l">
      {ended && (
        <Notice tone="ok">
          <p>The trial has ended. What you sent is erased within a few minutes.</p>
        </Notice>
      )}
      <ErrorSummary errors={errors} />
      <div class="stack-s">
        <h1>Try it with your own website</h1>
        <p class="lede">
          Send an export of your WordPress website and see it here: every post, page and comment, and a report of what
          came in and what needs a look.
        </p>
      </div>
      <form method="post" action="/try" enctype="multipart/form-data" class="stack" novalidate>
        <FileField
          name="export"
          label="The export from WordPress"
          hint={`In WordPress, open Tools, Export, and choose “All content”. A file that ends in .xml, or a zip with one such file in it, up to ${largest} MB.`}
          accept=".xml,.zip,text/xml,application/zip"
          error={errors?.['export']}
        />
        <div>
          <Button icon="upload">Begin the trial</Button>
        </div>
      </form>
      <Card labelledby="what">
        <CardHead id="what" title="What becomes of it" />
        <div class="pad">
          <ul class="stack-s">
            <li>Only this browser can see the trial. It is not listed anywhere, and search engines are kept out.</li>
            <li>It can be read and not changed. Nobody gets a letter, and your old website is not touched.</li>
            <li>After 24 hours everything is erased. You can end it earlier.</li>
            <li>
              An export holds your commenters’ names and addresses. Send it only if you may; addresses are shown
              nowhere.
            </li>
          </ul>
        </div>
      </Card>
      {contact && <p class="meta">Whoever runs this server can be reached here: {contact}</p>}
    </div>
  </PlainLayout>
)
