import { typedText } from '../../../platform/forms.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { RadioCards } from '../../../ui/Choices.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import type { RequestProps } from './RequestPage.tsx'

/** The answer, which ends the request. */
export const AnswerCard = ({ request, typed, errors }: RequestProps) => (
  <Card labelledby="answer">
    <CardHead title="Answer it" id="answer" />
    <form class="pad stack" method="post" action={`/office/requests/${request.id}/answer`} novalidate>
      {request.kind === 'erasure' && (
        <p class="meta">
          Somebody who is erased gets a last letter by itself, and the request goes with them. Answer here only when you
          do not erase them.
        </p>
      )}
      <RadioCards
        name="outcome"
        label="Have you done what they asked?"
        options={[
          { value: 'done', label: 'Yes', hint: 'Done, or answered in full.' },
          {
            value: 'refused',
            label: 'No',
            hint: 'The law gives reasons for which you may say no. Tell them yours; the letter says where they can complain.',
          },
        ]}
        value={typedText(typed, 'outcome')}
        error={errors?.['outcome']}
      />
      <TextArea
        name="answer"
        label="Your words to them"
        hint={
          request.email
            ? 'They get a letter, and read this after signing in.'
            : 'They have no email address here: send or tell it to them yourself.'
        }
        value={typedText(typed, 'answer') ?? (request.kind === 'access' ? READY : undefined)}
        error={errors?.['answer']}
        maxlength={5000}
      />
      <p class="row">
        <Button icon="send">{request.email ? 'Send the answer' : 'Keep the answer'}</Button>
      </p>
    </form>
  </Card>
)

const READY =
  'Here is everything we hold about you, and why. If something is wrong or missing, tell us, and we put it right.'
