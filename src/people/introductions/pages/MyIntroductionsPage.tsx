import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { RadioCards } from '../../../ui/Choices.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Look } from '../../../ui/Page.tsx'
import { PlainLayout } from '../../../ui/PlainLayout.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { day } from '../../../ui/words.ts'
import { Said } from '../../../ui/Said.tsx'
import type { Asker, Introduction } from '../introductions.ts'
import { progressWords } from '../rules.ts'

interface Props {
  look: Look
  zone: string
  now: Date
  note: string | null
  asker: Asker | undefined
  asks: readonly Introduction[]
  typed?: Typed
  errors?: Errors
}

/** A member asks to meet others, and sees how that goes. */
export const MyIntroductionsPage = (props: Props) => {
  const { look, note, asker, asks, errors } = props
  return (
    <PlainLayout head={{ title: 'Meet others', noindex: true, refused: errors !== undefined }} look={look}>
      <div class="stack-l">
        <ErrorSummary errors={errors} />
        <h1>Meet others</h1>
        <p class="lede">
          You say whom you would like to meet. We ask people who fit and who agreed to be asked. Only those who say yes
          are introduced to you, and both of you know beforehand what the other sees.
        </p>
        <Said sentence={note} />
        {asks.length > 0 && <Asks {...props} />}
        {asker?.able ? <AskFields {...props} asker={asker} /> : <NotYou />}
        <p>
          <ButtonLink href="/my" tone="alt">
            My page
          </ButtonLink>
        </p>
      </div>
    </PlainLayout>
  )
}

const NotYou = () => (
  <Notice>
    <p>Introductions are between current members and supporters.</p>
  </Notice>
)

const PLACES = {
  constituency: 'Somebody in my constituency',
  council: 'Somebody in my council’s area',
  region: 'Somebody in my region',
}

const AskFields = ({ asker, typed, errors }: Props & { asker: Asker }) => {
  const places = (['constituency', 'council', 'region'] as const).flatMap((way) => {
    const place = asker.places[way]
    return place ? [{ value: way, label: PLACES[way], hint: place.name }] : []
  })
  const interest = asker.topics.length ? [{ value: 'interest', label: 'Somebody who shares an interest' }] : []
  if (places.length + interest.length === 0)
    return (
      <Notice>
        <p>Your record has neither a postcode nor an interest. Add one on your own page, and you can ask here.</p>
      </Notice>
    )
  return (
    <form method="post" action="/my/introductions/check" novalidate class="stack">
      <RadioCards
        name="way"
        label="Whom would you like to meet?"
        options={[...places, ...interest]}
        value={typedText(typed, 'way')}
        error={errors?.['way']}
      />
      {asker.topics.length > 0 && (
        <SelectField
          name="topic"
          label="Which interest?"
          hint="Only if you chose an interest."
          options={[{ value: '', label: 'None' }, ...asker.topics.map(({ id, name }) => ({ value: id, label: name }))]}
          value={typedText(typed, 'topic')}
          error={errors?.['topic']}
        />
      )}
      <Field
        name="words"
        label="One sentence about you, or about why"
        hint="You may leave it empty. Keep addresses and telephone numbers out of it."
        maxlength={300}
        value={typedText(typed, 'words')}
        error={errors?.['words']}
      />
      <Button>Show me what they will read</Button>
    </form>
  )
}

const Asks = ({ asks, zone, now }: Props) => (
  <Card labelledby="asked">
    <CardHead title="What you asked" id="asked" />
    <ul class="told" role="list">
      {asks.map(({ id, way, shared, askedAt, endsAt, ...how }) => (
        <li>
          <h3>
            {way === 'interest' ? 'Somebody interested in' : 'Somebody in'} {shared}
          </h3>
          <p>{progressWords(how)}</p>
          <p class="meta">
            Asked on {day(askedAt, zone)}. {endsAt > now ? 'Ends' : 'Ended'} on {day(endsAt, zone)}.
          </p>
          {endsAt > now && (
            <form method="post" action={`/my/introductions/${id}/end`}>
              <Button tone="alt" size="sm">
                End it now
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  </Card>
)
