import type { Export } from '../../../platform/exports.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { AskedExports } from './AskedExports.tsx'

interface Props {
  frame: OfficeFrame
  zone: string
  /** Those this officer asked for, newest first. */
  earlier: readonly Export[]
  trouble?: string | undefined
}

const HOME = '/office/website/export'
const SECONDS = 3

/** Taking the website along, in the form that WordPress and this program read. */
export const WebsiteExportPage = ({ frame, zone, earlier, trouble }: Props) => {
  const goesOn = earlier.some(({ state }) => state === 'waiting')
  return (
    <OfficeLayout
      {...frame}
      head={{
        title: 'Take your website with you',
        refused: trouble !== undefined,
        ...(goesOn && { refreshEvery: SECONDS }),
      }}
    >
      <PageTitle
        title="Take your website with you"
        sentence="In the form that WordPress reads, and every program that reads WordPress."
      />
      {trouble && (
        <Notice tone="warn">
          <p>{trouble}</p>
        </Notice>
      )}
      <div class="dash">
        <TakePart />
        <StaysPart />
        <AskedExports home={HOME} zone={zone} earlier={earlier} />
      </div>
    </OfficeLayout>
  )
}

const TakePart = () => (
  <Card span={7} labelledby="take">
    <CardHead id="take" title="Make the files" />
    <div class="pad stack">
      <p>
        The first file holds every post and page with its author, categories, comments, old addresses and the menu.
        Brought in at another Backbench, it makes the same website, item by item. WordPress passes over what it has no
        place for: standing, notes of changes, old addresses.
      </p>
      <p>
        It holds the email addresses of people who commented. Keep it where only those see it who may see the website’s
        office, and delete it when it has done its work.
      </p>
      <AskForm kind="website" icon="file-text">
        Make the file of texts
      </AskForm>
      <AskForm kind="pictures" icon="image">
        Make the zip of pictures
      </AskForm>
    </div>
  </Card>
)

const StaysPart = () => (
  <Card span={5} labelledby="stays">
    <CardHead id="stays" title="What stays behind" />
    <div class="pad">
      <ul class="stack-s">
        <li>Earlier versions of texts, and changes that are not published yet.</li>
        <li>The settings: colours, the home page, notice and imprint.</li>
        <li>Who stands behind a pen name, and everything about officers and members.</li>
      </ul>
    </div>
  </Card>
)

const AskForm = ({ kind, icon, children }: { kind: string; icon: 'file-text' | 'image'; children: string }) => (
  <form method="post" action={HOME}>
    <Button icon={icon} tone={kind === 'website' ? undefined : 'alt'} name="kind" value={kind}>
      {children}
    </Button>
  </form>
)
