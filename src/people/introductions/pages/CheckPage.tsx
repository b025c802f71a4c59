import type { Errors } from '../../../platform/forms.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import type { Look } from '../../../ui/Page.tsx'
import { PlainLayout } from '../../../ui/PlainLayout.tsx'
import type { AskForm } from '../forms.ts'
import type { Asker } from '../introductions.ts'

interface Props {
  look: Look
  asker: Asker
  asked: AskForm
  /** The exact words. */
  shown: readonly string[]
  errors?: Errors
}

/** Before anybody is asked: exactly what they will read. */
export const CheckPage = ({ look, asker, asked, shown, errors }: Props) => (
  <PlainLayout head={{ title: 'What they will read', noindex: true, refused: errors !== undefined }} look={look}>
    <div class="stack-l">
      <ErrorSummary errors={errors} />
      <h1>What they will read</h1>
      <p class="lede">Whoever is asked reads exactly this. Your email address is given only to those who say yes.</p>
      <Card labelledby="words">
        <CardHead title="The words" id="words" />
        <div class="pad stack">
          {shown.map((line) => (
            <p>{line}</p>
          ))}
        </div>
      </Card>
      <p>
        We look for people who agreed to be asked. You are not told who they are. Whoever says yes gets your email
        address, and you get theirs. It ends after 30 days, or when you end it.
      </p>
      <form method="post" action="/my/introductions" novalidate class="stack">
        <input type="hidden" name="way" value={asked.way} />
        <input type="hidden" name="topic" value={asked.topic ?? ''} />
        <input type="hidden" name="words" value={asked.words} />
        {asker.kind === 'supporter' && (
          <Checkbox
            name="agreed"
            label="Those who are asked may read my name, and that I am a supporter"
            hint="We never name supporters to anybody without this."
            error={errors?.['agreed']}
          />
        )}
        <div class="row">
          <Button>Ask them</Button>
          <ButtonLink href="/my/introductions" tone="alt">
            Go back
          </ButtonLink>
        </div>
      </form>
    </div>
  </PlainLayout>
)
