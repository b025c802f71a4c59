import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { FactsList } from '../../../ui/FactsList.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { Time } from '../../../ui/Time.tsx'
import { number, plural } from '../../../ui/words.ts'
import type { AskingLetter, Numbers } from '../asking.ts'
import { after, before, NO, YES } from '../words.ts'

interface Props extends Numbers {
  frame: OfficeFrame
  zone: string
  letter: AskingLetter | undefined
  /** How many may be asked and were not yet. */
  left: number
  /** The group's name. */
  group: string
}

const HOME = '/office/letters/still-right'

/** The one letter to people who came with a list: who gets it, its words, the decision, and what they said. */
export const AskOncePage = ({ frame, zone, letter, left, group, ...said }: Props) => (
  <OfficeLayout {...frame} head={{ title: 'Ask whether it is still right' }}>
    <PageTitle
      title="Ask whether it is still right"
      crumbs={[{ label: 'Bring in people', href: '/office/register/import' }, { label: 'Ask once' }]}
      sentence="Nobody who came with a list is written to before they say yes. You may ask each of them, once."
    />
    <div class="dash">
      <div class="c5 stack-l">
        {letter && letter.state !== 'draft' ? <OnItsWay {...{ letter, zone }} /> : <Decide left={left} />}
        {said.asked + said.waiting > 0 && <WhatTheySaid {...said} />}
      </div>
      <Card span={7} labelledby="words">
        <CardHead id="words" title="The letter" />
        <div class="pad stack">
          <p class="meta">Its words are the same for everybody.</p>
          {['Dear (their name)', ...before(group)].map((words) => (
            <p>{words}</p>
          ))}
          <ul role="list" class="stack-s">
            <li>
              <b>{YES}</b>
            </li>
            <li>
              <b>{NO}</b>
            </li>
          </ul>
          {after.map((words) => (
            <p>{words}</p>
          ))}
          <p class="meta">
            Below it stand the way to their own page, why they got it, how to stop such letters, and your imprint. Both
            answers lead to a page with two buttons: opening it says nothing.
          </p>
        </div>
      </Card>
    </div>
  </OfficeLayout>
)

const Decide = ({ left }: { left: number }) => (
  <Card labelledby="decide">
    <CardHead id="decide" title="Who may be asked" />
    {left === 0 ? (
      <p class="pad">
        Nobody is left to ask: whoever came with a list was asked, has said yes or no, or has no address.
      </p>
    ) : (
      <form method="post" action={`${HOME}/sending`} class="pad stack">
        <p>
          <b>{plural(left, 'person', 'people')}</b> came with a list, and nobody knows whether they would like to hear
          from you. Left out are those who said no to anything, who left, whose address does not work, who were deleted
          once, and who hold a public office.
        </p>
        <p>
          A letter that asks for a yes may itself count as advertising by email. Ask only people who would not be
          surprised to hear from you.
        </p>
        <p>Each gets this letter once in their life, whatever happens. Whoever says nothing gets no other.</p>
        <div>
          <Button icon="send">Ask {plural(left, 'person', 'people')}</Button>
        </div>
        <p class="meta">It goes out in five minutes. Until then you can call it back.</p>
      </form>
    )}
  </Card>
)

const OnItsWay = ({ letter: { state, sendAt }, zone }: { letter: AskingLetter; zone: string }) => (
  <Card labelledby="way">
    <CardHead id="way" title={state === 'paused' ? 'It is paused' : 'It is on its way'} />
    <div class="pad stack">
      {state === 'scheduled' && sendAt ? (
        <form method="post" action={`${HOME}/recall`} class="stack">
          <p>
            It goes out on <Time at={sendAt} zone={zone} as="dayAndTime" />.
          </p>
          <div>
            <Button tone="alt">Call it back</Button>
          </div>
        </form>
      ) : (
        <p>
          {state === 'paused'
            ? 'The chair, the vice-chair or the secretary can let it go on, under Letters.'
            : 'It goes no faster than your mail provider allows.'}
        </p>
      )}
    </div>
  </Card>
)

const WhatTheySaid = ({ asked, waiting, yes, no }: Numbers) => (
  <Card labelledby="said">
    <CardHead id="said" title="What they said" />
    <div class="pad">
      <FactsList
        facts={[
          ['Asked', number(asked)],
          ['Wait for their turn', number(waiting)],
          ['Yes', number(yes)],
          ['No', number(no)],
          ['Nothing yet', number(Math.max(0, asked - yes - no))],
        ]}
      />
    </div>
  </Card>
)
