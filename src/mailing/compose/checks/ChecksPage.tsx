import type { Check } from '../../../platform/slice.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { ago } from '../../../ui/words.ts'
import { LetterTabs } from '../../pages/LetterTabs.tsx'
import type { DnsRecord } from '../../sending/signingKeys.ts'
import type { WrittenLetter } from '../letter.ts'
import type { Found } from './checking.ts'

interface Props {
  frame: OfficeFrame
  zone: string
  now: Date
  letter: WrittenLetter
  /** What the letter itself tells. */
  words: readonly Check[]
  /** What was found out outside; missing when nobody asked yet. */
  found: Found | undefined
  /** Letters come from there. */
  domain: string
  /** What the domain should say of the key; null while there is none. */
  record: DnsRecord | null
  maySign: boolean
}

/** What to look at before a letter goes out. Nothing here stops it: an officer decides. */
export const ChecksPage = ({ frame, zone, now, letter, words, found, domain, record, maySign }: Props) => {
  const home = `/office/letters/${letter.id}`
  const asking = found !== undefined && found.foundAt === null
  return (
    <OfficeLayout {...frame} head={{ title: `Checks: ${letter.subject}`, refreshEvery: asking ? 3 : undefined }}>
      <PageTitle
        title={letter.subject}
        sentence="Nothing here stops a letter. It says what your readers would notice."
        crumbs={[{ label: 'Letters', href: '/office/letters' }, { label: 'Checks' }]}
      />
      <LetterTabs letter={letter} here="checks" />
      <div class="writer">
        <div class="stack-l">
          <CheckCard id="the-letter" title="The letter" checks={words} />
          {found?.foundAt && <CheckCard id="links" title="Its links" checks={[linkCheck(found)]} />}
          {found?.foundAt && <CheckCard id="sender" title={`The sender: ${domain}`} checks={found.domain} />}
        </div>
        <div class="stack-l">
          <Card padded>
            <h2 class="card-title">Links and sender</h2>
            <form method="post" action={`${home}/checks`} class="stack-s">
              <p class="meta" role="status">
                {asking
                  ? 'Asking the world outside. This page looks again by itself.'
                  : found?.foundAt
                    ? `Looked at ${ago(found.foundAt, now, zone)}.`
                    : 'Follows every link, and asks what your sender’s domain says of you.'}
              </p>
              <Button tone="alt" icon="search">
                {found ? 'Check again' : 'Check now'}
              </Button>
            </form>
          </Card>
          <SigningCard home={home} record={record} maySign={maySign} />
        </div>
      </div>
    </OfficeLayout>
  )
}

const linkCheck = ({ links }: Found): Check =>
  links.length === 0
    ? { subject: 'Links', state: 'ok', sentence: 'Each leads somewhere.' }
    : { subject: 'Links', state: 'missing', sentence: links.map(({ href, why }) => `${href}: ${why}`).join(' ') }

const says = { ok: 'Good', attention: 'Look at this', missing: 'Mend this' } as const
const tones = { ok: 'ok', attention: 'warn', missing: 'bad' } as const

const CheckCard = ({ id, title, checks }: { id: string; title: string; checks: readonly Check[] }) => (
  <Card labelledby={id}>
    <CardHead title={title} id={id} />
    <ul class="told" role="list">
      {checks.map(({ subject, state, sentence }) => (
        <li>
          <p class="row between">
            <b>{subject}</b>
            <Chip tone={tones[state]}>{says[state]}</Chip>
          </p>
          <p>{sentence}</p>
        </li>
      ))}
    </ul>
  </Card>
)

const SigningCard = ({ home, record, maySign }: { home: string; record: DnsRecord | null; maySign: boolean }) => (
  <Card padded>
    <h2 class="card-title">Signature</h2>
    <div class="stack-s">
      {record ? (
        <>
          <p class="meta">Whoever keeps the domain adds this entry to it, of the type TXT:</p>
          <p>
            Name: <code class="as-typed">{record.name}</code>
          </p>
          <p>
            Text: <code class="as-typed">{record.text}</code>
          </p>
        </>
      ) : (
        <p class="meta">With a key of your own your letters are signed, and receivers can tell them from forgeries.</p>
      )}
      {maySign && (
        <form method="post" action={`${home}/signing`}>
          <Button tone="alt">{record ? 'Make a new key' : 'Make a key'}</Button>
        </form>
      )}
    </div>
  </Card>
)
