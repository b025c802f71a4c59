import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import type { Look } from '../../../ui/Page.tsx'
import { PlainLayout } from '../../../ui/PlainLayout.tsx'
import { holdingWording } from '../../purposes.ts'
import type { Details } from '../details.ts'
import { WHAT_STAYS } from '../leaving.ts'
import { MyFrame, type MyProps } from './MyFrame.tsx'

/** Leaving asks for no reason. It says first what stays, and offers to stay in quiet. */
export const LeavingPage = ({ look, mine, officer }: MyProps & { mine: Details }) => (
  <MyFrame look={look} title="Leave" lede={`You can leave ${look.name} at any time, without saying why.`}>
    {mine.kind === 'member' && mine.status === 'current' && (
      <Card padded>
        <form method="post" action="/my/leaving" class="stack-s">
          <h2>Or stay as a supporter</h2>
          <p>You keep the letters you asked for. You have no vote, get no notices, and are named nowhere in public.</p>
          <p>By pressing you say: “{holdingWording('supporter', look.name)}”</p>
          <Button tone="alt" name="stay" value="supporter">
            Stay as a supporter
          </Button>
        </form>
      </Card>
    )}
    {mine.status === 'left' ? (
      <p>You have left already.</p>
    ) : (
      <Card padded>
        <form method="post" action="/my/leaving" class="stack-s">
          <h2>Leave altogether</h2>
          {WHAT_STAYS.map((words) => (
            <p>{words}</p>
          ))}
          {officer && <p>You also hold an office. It goes on until the chair or the secretary ends it.</p>}
          <p class="row">
            <Button tone="danger">Leave {look.name}</Button>
            <a href="/my/requests">Ask us to erase your record</a>
          </p>
        </form>
      </Card>
    )}
  </MyFrame>
)

export const LeftPage = ({ look }: { look: Look }) => (
  <PlainLayout head={{ title: 'You have left', noindex: true }} look={look}>
    <div class="stack">
      <h1>You have left</h1>
      <p class="lede">Thank you for having been with us. A letter confirms it.</p>
      <p>If you change your mind, you can join again at any time.</p>
      <p>
        <ButtonLink href="/" tone="alt">
          Read the website
        </ButtonLink>
      </p>
    </div>
  </PlainLayout>
)
