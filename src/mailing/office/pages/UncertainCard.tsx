import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { plural } from '../../../ui/words.ts'
import { mayGoAgain } from '../officeLetter.ts'
import type { SendingProps } from './SendingPage.tsx'

export const SECOND_COPY = 'Whoever got it already would get a second copy.'

/** Letters that were being handed over when the line or the program broke; nothing when there are none. */
export const UncertainCard = ({ facts: { letter, outcome }, maySend }: SendingProps) => {
  const n = outcome.uncertain
  if (!n) return <></>
  const home = `/office/letters/${letter.id}/uncertain`
  return (
    <Card>
      <CardHead title={`${plural(n, 'letter is', 'letters are')} uncertain`}>
        <a href={home}>See who</a>
      </CardHead>
      <div class="pad stack">
        <p>
          The line broke while {n === 1 ? 'it was' : 'they were'} being handed over, so nobody can tell whether{' '}
          {n === 1 ? 'it' : 'they'} arrived. Nothing is sent again by itself.
        </p>
        {maySend && mayGoAgain(letter) && (
          <form method="post" action={home} class="stack-s">
            <p class="meta">{SECOND_COPY}</p>
            <Button tone="alt" name="which" value="all">
              Send {n === 1 ? 'it' : `all ${n}`} again
            </Button>
          </form>
        )}
      </div>
    </Card>
  )
}
