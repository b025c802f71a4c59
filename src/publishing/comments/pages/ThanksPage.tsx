import { ButtonLink } from '../../../ui/Button.tsx'
import type { Look } from '../../../ui/Page.tsx'
import { PlainLayout } from '../../../ui/PlainLayout.tsx'

const words = {
  sent: {
    title: 'Look into your mailbox',
    sentence: 'We have sent you a letter: press the link in it. Then your comment goes to the group.',
    more: 'If there is no letter within a few minutes, look among the unwanted mail. Without the press your comment is deleted after seven days.',
  },
  thanks: {
    title: 'Thank you for your comment',
    sentence: 'It is confirmed, and waits for an officer of the group to read it.',
    more: 'You need not do anything more. It appears under the post once it is approved.',
  },
  reported: {
    title: 'Thank you for the report',
    sentence: 'An officer of the group will look at the comment.',
    more: 'It stays where it is until then.',
  },
} as const
export type Thanks = keyof typeof words

/** After something was sent. The same for everybody, so that it says nothing about anybody. */
export const ThanksPage = ({ look, what }: { look: Look; what: Thanks }) => {
  const { title, sentence, more } = words[what]
  return (
    <PlainLayout head={{ title, noindex: true }} look={look}>
      <div class="stack">
        <h1>{title}</h1>
        <p class="lede">{sentence}</p>
        <p>{more}</p>
        <ButtonLink href="/posts" tone="alt">
          Go on reading
        </ButtonLink>
      </div>
    </PlainLayout>
  )
}
