import { Card, CardHead } from '../../../ui/Card.tsx'
import { SummaryList, type SummaryRow } from '../../../ui/SummaryList.tsx'
import { number, plural } from '../../../ui/words.ts'
import type { OfficeLetter } from '../officeLetter.ts'
import { capWords, paceSentence } from '../pace.ts'
import type { SendingFacts } from '../sendingFacts.ts'
import { EVERYBODY } from '../stateWords.ts'
import { whenWords } from '../when.ts'
import type { SendingProps } from './SendingPage.tsx'

/** What will happen, in words. */
export const PlanCard = ({ facts, zone }: SendingProps) => (
  <Card>
    <CardHead title="What will happen" />
    <div class="pad">
      <SummaryList rows={planRows(facts, { zone, from: facts.letter.sendAt ?? facts.now })} />
    </div>
  </Card>
)

interface At {
  readonly zone: string
  /** When the first one goes out. */
  readonly from: Date
}

export function planRows(facts: SendingFacts, { zone, from }: At): readonly SummaryRow[] {
  const { letter, readers, sender, caps, already, now } = facts
  const home = `/office/letters/${letter.id}`
  const draft = letter.state === 'draft'
  return [
    { name: 'Subject', value: letter.subject, ...(draft && { change: { href: home, what: 'the subject' } }) },
    { name: 'From', value: `${sender.name}, ${sender.address}` },
    { name: 'Answers go to', value: sender.address },
    {
      name: 'To',
      value: `${plural(readers, 'reader')}: ${viewOf(letter)}`,
      ...(draft && { change: { href: `${home}/audience`, what: 'who gets it' } }),
    },
    ...(draft ? [] : [{ name: 'Goes out', value: capital(whenWords(from, { now, zone })) }]),
    { name: 'How long it takes', value: howLong(facts, { zone, from, readers, already }) },
    {
      name: 'Pace',
      value: capWords(caps) ? `At most ${capWords(caps)}` : 'As fast as the mail server takes them',
      ...(draft && { change: { href: '/office/settings#pace', what: 'the pace of letters' } }),
    },
  ]
}

export const viewOf = ({ kind, audience, audienceName }: OfficeLetter): string =>
  audience ? audienceName || 'a view without a name' : EVERYBODY[kind].toLowerCase()

const howLong = ({ caps }: SendingFacts, { zone, from, readers, already }: At & { readers: number; already: number }) =>
  paceSentence(readers, { caps, from, zone, already }) +
  (caps.per_day !== null && already > 0 ? ` ${number(already)} of today’s are used up by other letters.` : '')

const capital = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
