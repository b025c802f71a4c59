import { letterChoices } from '../../../people/index.ts'
import type { Errors } from '../../../platform/forms.ts'
import { ButtonLink } from '../../../ui/Button.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Look } from '../../../ui/Page.tsx'
import { PlainLayout } from '../../../ui/PlainLayout.tsx'
import { Said } from '../../../ui/Said.tsx'
import { YesNoCard } from '../../../ui/YesNoCard.tsx'
import type { Frequency } from '../frequencies.ts'
import { FrequencyForm } from './FrequencyForm.tsx'

interface Props {
  look: Look
  zone: string
  /** The address of this page, with its token. */
  path: string
  /** As much of the reader's address as they need to know it again. */
  address: string
  choices: readonly letterChoices.MessageChoice[]
  often: Frequency
  said: string | null
  errors?: Errors
}

/** What somebody is sent, kind by kind, for whoever has the letter: so it shows nothing else of them. */
export const PreferencesPage = ({ look, zone, path, address, choices, often, said, errors }: Props) => (
  <PlainLayout head={{ title: 'What we send you', noindex: true, refused: errors !== undefined }} look={look}>
    <div class="stack-l">
      <ErrorSummary errors={errors} />
      <h1>What we send you</h1>
      <p class="lede">
        What {look.name} sends to {address}, and how often. Each yes is kept with the words you see here.
      </p>
      <Said sentence={said} />
      <Notice>
        <p>
          Whoever has the letter can open this page, also somebody you forwarded it to. So it shows nothing else about
          you, and nothing else can be done by it than to say yes or no to what we send.
        </p>
      </Notice>
      {choices.map((choice) => (
        <Line choice={choice} {...{ zone, path }} />
      ))}
      <FrequencyForm action={path} asked={choices.map(({ purpose }) => purpose)} {...{ often, errors }} />
    </div>
  </PlainLayout>
)

const Line = ({ choice, zone, path }: Pick<Props, 'zone' | 'path'> & { choice: letterChoices.MessageChoice }) => {
  const { purpose, state, since, said, words } = choice
  const on = state === 'yes' || state === 'right'
  return (
    <YesNoCard
      name={purpose}
      title={letterChoices.messageName(purpose)}
      state={on ? 'yes' : state}
      stateWords={{ yes: 'Yes', no: 'No', open: 'Not asked for' }[on ? 'yes' : state]}
      words={(on ? said : words) ?? 'This comes to you without a yes of your own. You can stop it all the same.'}
      action={on || words ? `${path}/${purpose}` : null}
      {...{ since, zone }}
    />
  )
}

/** Erased, left, or held and not used: which of them, the page does not say. */
export const NobodyPage = ({ look }: { look: Look }) => (
  <PlainLayout head={{ title: 'What we send you', noindex: true }} look={look}>
    <div class="stack-l">
      <h1>We send you nothing</h1>
      <p class="lede">
        Nobody is written to under the address this letter went to, so there is nothing to choose. If you would like to
        hear from {look.name}, tell us your address anew.
      </p>
      <p>
        <ButtonLink href="/join">Join or support us</ButtonLink>
      </p>
    </div>
  </PlainLayout>
)
