import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import type { WithChildren } from '../../../ui/jsx/child.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { Time } from '../../../ui/Time.tsx'
import { troubleWords } from '../../emails/troubles.ts'
import { kindNames, statusNames } from '../../kinds.ts'
import type { Part } from '../../visibility.ts'
import { HOME } from '../asking.ts'
import type { PersonRecord } from '../record.ts'
import type { Errors } from '../../../platform/forms.ts'
import { statusTones } from './columns.tsx'

export type Tab = '' | '/agreed' | '/history' | '/letters' | '/notes' | '/ties'

interface Props {
  frame: OfficeFrame
  person: PersonRecord
  tab: Tab
  keeps: boolean
  zone: string
  errors?: Errors | undefined
}

const TABS: readonly { readonly tab: Tab; readonly label: string; readonly part: Part }[] = [
  { tab: '', label: 'Facts', part: 'name' },
  { tab: '/agreed', label: 'Agreed to', part: 'consents' },
  { tab: '/history', label: 'History', part: 'history' },
  { tab: '/letters', label: 'Letters', part: 'contact' },
  { tab: '/notes', label: 'Notes', part: 'notes' },
  { tab: '/ties', label: 'Groups and relations', part: 'topics' },
]

/** What every tab of a person's record stands in. */
export const RecordLayout = ({ frame, person, tab, keeps, zone, errors, children }: WithChildren<Props>) => {
  const { id, name, kind, status, sees, restrictedAt, joinedOn } = person
  const label = TABS.find((one) => one.tab === tab)!.label
  return (
    <OfficeLayout {...frame} head={{ title: tab ? `${label}: ${name}` : name, refused: errors !== undefined }}>
      <ErrorSummary errors={errors} />
      <PageTitle
        title={name}
        crumbs={[{ label: 'Register', href: HOME }, { label: name }]}
        sentence={
          <span class="row row-s">
            <Chip tone="go">{kindNames[kind]}</Chip>
            <Chip tone={statusTones[status]}>{statusNames[status]}</Chip>
            {person.emailState === 'failing' && sees.has('contact') && <Chip tone="bad">Email comes back</Chip>}
            {joinedOn && <span>Since {joinedOn.slice(0, 4)}</span>}
          </span>
        }
        actions={
          keeps &&
          !restrictedAt && (
            <form method="post" action={`${HOME}/${id}/renewal`}>
              <Button tone="alt" icon="calendar-check">
                Renew for a year
              </Button>
            </form>
          )
        }
      />
      {person.emailTrouble && <ComesBack person={person} zone={zone} keeps={keeps && !restrictedAt} />}
      {restrictedAt && <Restricted at={restrictedAt} id={id} keeps={keeps} zone={zone} />}
      <Tabs
        label="Parts of the record"
        tabs={TABS.filter(({ part }) => sees.has(part)).map((one) => ({
          label: one.label,
          href: `${HOME}/${id}${one.tab}`,
          current: one.tab === tab,
        }))}
      />
      {children}
    </OfficeLayout>
  )
}

/** Why letters come back; to be put right by another address, or by the word that this one is right. */
const ComesBack = ({ person, zone, keeps }: Pick<Props, 'person' | 'zone' | 'keeps'>) => (
  <Notice tone="warn">
    <p>
      <b>Letters to {person.email} come back</b> since <Time at={person.emailTroubleAt!} zone={zone} />.{' '}
      {troubleWords[person.emailTrouble!]} Nobody writes to it until it is put right.
    </p>
    {keeps && (
      <form method="post" action={`${HOME}/${person.id}/address-right`}>
        <Button tone="alt" size="sm">
          The address is right after all
        </Button>
      </form>
    )}
  </Notice>
)

const Restricted = ({ at, id, keeps, zone }: { at: Date; id: string; keeps: boolean; zone: string }) => (
  <Notice tone="warn">
    <p>
      <b>Held and not used</b> since <Time at={at} zone={zone} />, because this person asked for it. Nothing here can be
      changed, and nobody writes to them.
    </p>
    {keeps && (
      <form method="post" action={`${HOME}/${id}/restriction/lifting`}>
        <Button tone="alt" size="sm">
          Use the record again
        </Button>
      </form>
    )}
  </Notice>
)
