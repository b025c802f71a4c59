import type { Errors } from '../../../platform/forms.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { RadioCards } from '../../../ui/Choices.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Kpi } from '../../../ui/Kpi.tsx'
import { number, plural } from '../../../ui/words.ts'
import { type OfficeLetter, hasBegun } from '../officeLetter.ts'
import { type Reach, sumOf } from '../reach.ts'
import { EVERYBODY } from '../stateWords.ts'
import { LetterLayout } from './LetterLayout.tsx'
import { ReasonsCard } from './ReasonsCard.tsx'

/** What a form sends to leave the view as it was copied, and to be for everybody. */
export const [AS_IT_IS, ALL] = ['as-it-is', 'everybody'] as const

interface Props {
  frame: OfficeFrame
  letter: OfficeLetter
  reach: Reach
  views: readonly { readonly id: string; readonly name: string; readonly query: string }[]
  /** Whether this officer sees who they are. */
  seesNames: boolean
  errors?: Errors
}

/** Who gets a letter, and who does not and why. */
export const AudiencePage = ({ frame, letter, reach, views, seesNames, errors }: Props) => (
  <LetterLayout {...{ frame, letter }} here="audience" about="Who gets it" refused={errors !== undefined}>
    <ErrorSummary errors={errors} />
    <div class="dash">
      <Card span={5} labelledby="view">
        <CardHead title="For whom it is" id="view" />
        {letter.state === 'draft' ? <Choosing {...{ letter, views, errors }} /> : <Chosen letter={letter} />}
      </Card>
      <div class="c7 stack-l">
        <Kpi
          label="Get it"
          figure={number(reach.gets)}
          sentence={`Of ${plural(sumOf(reach), 'person', 'people')} ${letter.audience ? `in “${nameOf(letter)}”` : 'on the register'}, as it is now.`}
          {...(seesNames && reach.gets > 0 && { href: `/office/letters/${letter.id}/audience/gets` })}
        />
        <ReasonsCard {...{ letter, reach, seesNames }} />
      </div>
    </div>
  </LetterLayout>
)

const nameOf = ({ kind, audience, audienceName }: OfficeLetter): string =>
  audience ? audienceName || 'A view without a name' : EVERYBODY[kind]

const Choosing = ({ letter, views, errors }: Pick<Props, 'letter' | 'views'> & { errors: Errors | undefined }) => {
  const current = views.find(({ name, query }) => name === letter.audienceName && query === letter.audience)
  const copied = letter.audience !== '' && !current
  return (
    <form method="post" action={`/office/letters/${letter.id}/audience`} novalidate class="pad stack">
      <RadioCards
        name="view"
        label="A saved view of the register"
        hint={`${RULES[letter.kind]} The view is copied: changing or deleting it later does not change who gets this letter. New people who fit are in it until the moment it goes out.`}
        value={letter.audience === '' ? ALL : (current?.id ?? AS_IT_IS)}
        error={errors?.['view']}
        options={[
          { value: ALL, label: EVERYBODY[letter.kind] },
          ...(copied ? [{ value: AS_IT_IS, label: nameOf(letter), hint: COPIED }] : []),
          ...views.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <div class="row">
        <Button>Save who gets it</Button>
        <ButtonLink href="/office/register" tone="ghost">
          Make a view in the register
        </ButtonLink>
      </div>
    </form>
  )
}

const COPIED = 'As it was when it was chosen. The view itself was changed or deleted since, or is another officer’s.'

const RULES = {
  newsletter: 'Whichever you choose, a newsletter goes only to those in it who said yes to newsletters.',
  notice: 'Whichever you choose, a notice goes only to those in it who are owed notices.',
  still_right: 'It goes to each who came with a list, once in their life.',
} as const

const Chosen = ({ letter }: { letter: OfficeLetter }) => (
  <div class="pad stack-s">
    <p>
      <b>{nameOf(letter)}</b>
    </p>
    <p class="meta">
      {hasBegun(letter)
        ? 'Who got it was settled when it began to go out, and stands under Sending. The numbers above are those of the register as it is now.'
        : 'It waits for its time. Call it back to change who gets it.'}
    </p>
  </div>
)
