import type { OfficeFrame } from '../../../platform/web.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { Time } from '../../../ui/Time.tsx'
import { HOME } from '../../register/asking.ts'
import type { Proposal } from '../proposals.ts'
import { type Failing, troubleWords } from '../troubles.ts'

interface Props {
  frame: OfficeFrame
  zone: string
  failing: readonly Failing[]
  proposed: readonly Proposal[]
}

/** Email addresses that need somebody who keeps the register. */
export const AddressesPage = ({ frame, zone, failing, proposed }: Props) => (
  <OfficeLayout {...frame} head={{ title: 'Addresses that fail' }}>
    <PageTitle
      title="Addresses that fail"
      sentence="Letters to these addresses came back, so nobody writes to them. Telephone, write by post, or ask whoever knows them."
      crumbs={[{ label: 'Register', href: HOME }, { label: 'Addresses that fail' }]}
    />
    <div class="stack">
      {proposed.length > 0 && (
        <Card labelledby="proposed">
          <CardHead title="New addresses" id="proposed" />
          <p class="pad meta">
            Their mailbox answered that they moved. A program wrote that, so be sure that it is true: whoever reads mail
            at the new address and confirms it can sign in as them.
          </p>
          <DataTable caption="New addresses that were proposed" columns={proposedColumns(zone)} rows={proposed} />
        </Card>
      )}
      <Card>
        {failing.length === 0 ? (
          <Empty
            icon="circle-check"
            title="Every address works"
            sentence="When letters to an address come back, it appears here with the reason."
          />
        ) : (
          <DataTable caption="Addresses that letters came back from" columns={failingColumns(zone)} rows={failing} />
        )}
      </Card>
    </div>
  </OfficeLayout>
)

/** Name and address stand together, so that a long address has room. */
const Who = ({ id, name, email }: { id: string; name: string; email: string | null }) => (
  <>
    <a href={`${HOME}/${id}`}>{name}</a>
    <br />
    <span class="meta">{email ?? 'No address'}</span>
  </>
)

const failingColumns = (zone: string): readonly Column<Failing>[] => [
  { key: 'who', label: 'Name and address', wide: true, cell: (one) => <Who {...one} /> },
  {
    key: 'why',
    label: 'Why',
    wide: true,
    cell: ({ why, since }) => (
      <>
        {troubleWords[why]}
        <br />
        <span class="meta">
          Since <Time at={since} zone={zone} />
        </span>
      </>
    ),
  },
  {
    key: 'do',
    label: 'What to do',
    quiet: true,
    wide: true,
    cell: ({ id, name }) => (
      <form class="row row-s" method="post" action={`${HOME}/${id}/address-right`}>
        <ButtonLink href={`${HOME}/${id}`} tone="alt" size="sm" aria-label={`Change it: the address of ${name}`}>
          Change it
        </ButtonLink>
        <Button tone="ghost" size="sm" aria-label={`It is right: the address of ${name}`}>
          It is right
        </Button>
      </form>
    ),
  },
]

const proposedColumns = (zone: string): readonly Column<Proposal>[] => [
  { key: 'who', label: 'Name and address now', wide: true, cell: (one) => <Who {...one} /> },
  { key: 'new', label: 'New address', wide: true, cell: ({ proposed }) => <b>{proposed}</b> },
  { key: 'came', label: 'Came', wide: true, cell: ({ madeAt }) => <Time at={madeAt} zone={zone} /> },
  {
    key: 'do',
    label: 'What to do',
    quiet: true,
    wide: true,
    cell: ({ id, name }) => (
      <form class="row row-s" method="post" action={`${HOME}/${id}/new-address`}>
        <Button name="answer" value="ask" tone="alt" size="sm" aria-label={`Ask there: ${name}, at the new address`}>
          Ask there
        </Button>
        <Button name="answer" value="aside" tone="ghost" size="sm" aria-label={`Put aside: the new address of ${name}`}>
          Put aside
        </Button>
      </form>
    ),
  },
]
