import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import type { WithChildren } from '../../../ui/jsx/child.ts'
import { Notice } from '../../../ui/Notice.tsx'
import type { Look } from '../../../ui/Page.tsx'
import { PlainLayout } from '../../../ui/PlainLayout.tsx'
import type { LetterKind } from '../../sending/rules.ts'
import { messageOf } from '../unsubscribing.ts'

interface Props {
  look: Look
  kind: LetterKind
  /** Where everything that is sent can be chosen. */
  preferences: string
}

/** A no to being asked is a no to the newsletter. */
const isNewsletter = (kind: LetterKind): boolean => messageOf(kind) === 'newsletter'

const what = { newsletter: 'the newsletter', notice: 'notices', still_right: 'these letters' } as const

const Frame = ({ look, title, children }: WithChildren<{ look: Look; title: string }>) => (
  <PlainLayout head={{ title, noindex: true }} look={look}>
    <div class="stack-l">
      <h1>{title}</h1>
      {children}
    </div>
  </PlainLayout>
)

/** Opening a link stops nothing: mail scanners open links. The button sends what a mail program would send. */
export const StopPage = ({ look, kind, preferences, path }: Props & { path: string }) => (
  <Frame look={look} title={`Stop ${what[kind]}`}>
    {isNewsletter(kind) ? (
      <p class="lede">One press, and {look.name} sends you no more newsletters.</p>
    ) : (
      <div class="stack">
        <p class="lede">One press, and {look.name} sends you no more notices.</p>
        <p>
          Notices are not the newsletter. They call members to meetings and elections, and say what will be decided
          there. If you stop them you can still come and vote, but you must find out the day yourself.
        </p>
      </div>
    )}
    <form method="post" action={path} class="stack">
      <input type="hidden" name="List-Unsubscribe" value="One-Click" />
      <p>
        <Button size="lg">Stop {what[kind]}</Button>
      </p>
    </form>
    <Others preferences={preferences} />
  </Frame>
)

/** The same words whoever it was, and however often it is said. */
export const StoppedPage = ({ look, kind, words, preferences, path }: Props & { words: string; path: string }) => (
  <Frame look={look} title={isNewsletter(kind) ? 'The newsletter is stopped' : 'Notices are stopped'}>
    <div role="status">
      <Notice tone="ok">
        <p>
          {look.name} sends you no more {isNewsletter(kind) ? 'newsletters' : 'notices'}. One that is on its way may
          still arrive.
        </p>
      </Notice>
    </div>
    <Card padded labelledby="mistake">
      <form method="post" action={`${path}/mistake`} class="stack">
        <h2 id="mistake">{isNewsletter(kind) ? 'A mistake, or only too many?' : 'Was that a mistake?'}</h2>
        <p>With a press you say this, and we keep it with these words:</p>
        <p>“{words}”</p>
        <div class="row">
          <Button tone="alt" name="often" value="each">
            {isNewsletter(kind) ? 'Send me each one again' : 'Send me notices again'}
          </Button>
          {isNewsletter(kind) && (
            <Button tone="alt" name="often" value="monthly">
              Send me one a month at most
            </Button>
          )}
        </div>
      </form>
    </Card>
    <Others preferences={preferences} />
  </Frame>
)

export const BackPage = ({ look, kind, fewer, preferences }: Props & { fewer: boolean }) => (
  <Frame look={look} title={isNewsletter(kind) ? 'You get the newsletter again' : 'You get notices again'}>
    <p class="lede">
      Your yes is kept, with the words you saw.{fewer ? ' You get one newsletter a month at most.' : ''}
    </p>
    <Others preferences={preferences} />
  </Frame>
)

const Others = ({ preferences }: { preferences: string }) => (
  <p>
    <a href={preferences}>Choose what else we send you, and how often</a>
  </p>
)
