import { Button } from '../../../ui/Button.tsx'
import type { Look } from '../../../ui/Page.tsx'
import { PlainLayout } from '../../../ui/PlainLayout.tsx'
import { ToWebsite } from '../../../ui/ToWebsite.tsx'
import type { Standing } from '../unconfirmed.ts'

interface Props {
  look: Look
  standing: Standing
  token: string
}

const over: Readonly<Record<Exclude<Standing, 'waiting'>, { title: string; sentence: string }>> = {
  used: {
    title: 'This comment is confirmed already',
    sentence: 'The link was used before. Using it again changes nothing.',
  },
  over: {
    title: 'This link no longer works',
    sentence: 'It is more than seven days old, or it was cut short in the letter. The comment was not kept.',
  },
  gone: {
    title: 'The post has been taken down',
    sentence: 'So your comment cannot appear. It will be deleted with your address.',
  },
}

/** Opening a link does nothing: only the button confirms, because mail scanners open links. */
export const ConfirmPage = ({ look, standing, token }: Props) => (
  <PlainLayout head={{ title: 'Confirm your comment', noindex: true }} look={look}>
    {standing === 'waiting' ? (
      <form method="post" action={`/comments/confirm/${token}`} class="stack">
        <h1>Confirm your comment</h1>
        <p class="lede">One press, and it goes to the group.</p>
        <Button size="lg">Confirm the comment</Button>
      </form>
    ) : (
      <div class="stack">
        <h1>{over[standing].title}</h1>
        <p class="lede">{over[standing].sentence}</p>
        <ToWebsite />
      </div>
    )}
  </PlainLayout>
)
