import { Avatar } from '../../../ui/Avatar.tsx'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { MetaLine } from '../../../ui/MetaLine.tsx'
import { Time } from '../../../ui/Time.tsx'
import { KEPT_DAYS, REPLIES, type Reply, type Shelf } from '../replies.ts'

interface Props {
  reply: Reply
  shelf: Shelf
  page: number
  zone: string
}

const SOMEBODY = 'Somebody who is no longer on the register'

/** One reply or complaint, with what can be done about it. */
export const ReplyCard = ({ reply, shelf, page, zone }: Props) => {
  const { id, kind, letter, personId, name, writer, cameAt } = reply
  const who = name ?? writer ?? SOMEBODY
  const what = kind === 'reply' ? 'the reply' : 'the complaint'
  return (
    <li class="card pad queued">
      <div class="queued-head">
        <Avatar name={who} />
        <div>
          <h2>{personId && name ? <a href={`/office/register/${personId}`}>{name}</a> : who}</h2>
          <p class="meta">
            {kind === 'reply' ? 'Answers' : 'Marked as spam:'} “{letter}”
          </p>
          <MetaLine items={[<Time at={cameAt} zone={zone} as="dayAndTime" />, name && writer]} />
        </div>
      </div>
      <Words reply={reply} />
      <form class="row row-s" method="post" action={`${REPLIES}/${id}`}>
        <input type="hidden" name="page" value={String(page)} />
        {writer && (
          <ButtonLink href={answerTo(reply)} tone="alt" icon="mail" aria-label={`Answer by email: ${who}`}>
            Answer by email
          </ButtonLink>
        )}
        {shelf === 'open' ? (
          <Button name="to" value="done" tone="alt" icon="check" aria-label={`Done: ${what} by ${who}`}>
            Done
          </Button>
        ) : (
          <Button name="to" value="open" tone="ghost" icon="undo-2" aria-label={`Open again: ${what} by ${who}`}>
            Open again
          </Button>
        )}
      </form>
    </li>
  )
}

const Words = ({ reply: { kind, words, subject, endedNewsletter, personId } }: Pick<Props, 'reply'>) => (
  <>
    {subject && !/^re:/i.test(subject) && <b>{subject}</b>}
    {words !== null && <p class="queued-words as-typed">{words || 'No words, perhaps an attachment.'}</p>}
    {kind === 'reply' && words === null && <p class="meta">Their words were kept for {KEPT_DAYS} days.</p>}
    {kind === 'reply' && words !== null && personId === null && (
      <p class="meta">
        <Chip tone="plain">Passed on</Chip> This address is not the one the letter went to.
      </p>
    )}
    {endedNewsletter && (
      <p class="meta">
        <Chip tone="warn">Newsletter ended</Chip>{' '}
        {kind === 'reply' ? 'They asked for that, and get no more.' : 'They pressed “this is spam”, and get no more.'}
      </p>
    )}
  </>
)

/** Opens the officer's own mail program. */
const answerTo = ({ writer, subject, letter }: Reply): string => {
  const about = subject || letter
  const query = new URLSearchParams({ subject: /^re:/i.test(about) ? about : `Re: ${about}` })
  return `mailto:${encodeURIComponent(writer!).replace('%40', '@')}?${query.toString().replaceAll('+', '%20')}`
}
