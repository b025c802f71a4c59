import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import { Button } from '../../../ui/Button.tsx'
import { RadioCards } from '../../../ui/Choices.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Look } from '../../../ui/Page.tsx'
import { PlainLayout } from '../../../ui/PlainLayout.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { ToWebsite } from '../../../ui/ToWebsite.tsx'
import { plural } from '../../../ui/words.ts'
import type { Ask } from '../answers.ts'
import { LONGEST_WORDS } from '../askRules.ts'

interface AskProps {
  look: Look
  /** The address of this page, with its token. */
  path: string
  ask: Ask
  others: readonly Ask[]
  typed?: Typed | undefined
  errors?: Errors | undefined
}

/** One question of a letter. Opening it keeps nothing, whatever its address says: only the button answers. */
export const AskPage = ({ look, path, ask, others, typed, errors }: AskProps) => (
  <PlainLayout head={{ title: ask.question, noindex: true, refused: errors !== undefined }} look={look}>
    <div class="stack-l">
      <ErrorSummary errors={errors} />
      <h1>{ask.question}</h1>
      {ask.explanation && <p class="lede">{ask.explanation}</p>}
      <form method="post" action={`${path}/${ask.id}`} novalidate class="stack">
        <RadioCards
          name="says"
          label="Your answer"
          value={typedText(typed, 'says')}
          error={errors?.['says']}
          options={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
        />
        <TextArea
          name="words"
          label="A few words, if you like"
          hint="With your answer, or instead of it."
          rows={4}
          maxlength={LONGEST_WORDS}
          value={typedText(typed, 'words')}
          error={errors?.['words']}
        />
        <p>
          <Button size="lg">Send your answer</Button>
        </p>
      </form>
      <p class="meta">
        It counts as the answer of whoever the letter went to, and our officers see who that is. If you have answered
        before, this answer takes the place of that one.
      </p>
      <OtherAsks {...{ path, others }} />
    </div>
  </PlainLayout>
)

interface ThanksProps {
  look: Look
  path: string
  others: readonly Ask[]
}

export const ThanksPage = ({ look, path, others }: ThanksProps) => (
  <PlainLayout head={{ title: 'Thank you', noindex: true }} look={look}>
    <div class="stack-l">
      <h1>Thank you</h1>
      <div role="status">
        <Notice tone="ok">
          <p>Your answer is kept. To change it, open the link in the letter again.</p>
        </Notice>
      </div>
      <OtherAsks {...{ path, others }} />
      <ToWebsite />
    </div>
  </PlainLayout>
)

const OtherAsks = ({ path, others }: { path: string; others: readonly Ask[] }) =>
  others.length === 0 ? null : (
    <section class="stack-s" aria-labelledby="others">
      <h2 id="others">The letter asks {plural(others.length, 'more question')}</h2>
      <div class="prose">
        <ul>
          {others.map(({ id, question }) => (
            <li>
              <a href={`${path}?ask=${id}`}>{question}</a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )

/** After sixty days, when an officer closed it, or when nobody can answer by this link any more: which, it does not say. */
export const AskClosedPage = ({ look }: { look: Look }) => (
  <PlainLayout head={{ title: 'This is closed', noindex: true }} look={look}>
    <div class="stack-l">
      <h1>This is closed</h1>
      <p class="lede">No more answers are taken to the questions in this letter. Thank you for opening it.</p>
      <ToWebsite />
    </div>
  </PlainLayout>
)
