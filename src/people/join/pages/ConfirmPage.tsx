import { Button, ButtonLink } from '../../../ui/Button.tsx'
import type { PublicSite } from '../../../ui/PublicLayout.tsx'
import { SummaryList } from '../../../ui/SummaryList.tsx'
import { kindNames } from '../../kinds.ts'
import type { Answers } from '../answers.ts'
import type { Standing } from '../confirming.ts'
import { JoinFrame } from './JoinFrame.tsx'

interface Props {
  site: PublicSite
  group: string
  token: string
  standing: Standing
}

/** Opening a link does nothing: only the button confirms, because mail scanners open links. */
export const ConfirmPage = ({ site, group, token, standing }: Props) => {
  if (standing.state === 'waiting')
    return (
      <JoinFrame site={site} title={`Join ${group}`} lede="One press, and you have joined.">
        <form method="post" action={`/join/confirm/${token}`} class="stack">
          <Asked answers={standing.answers} />
          <Button size="lg">Confirm and join</Button>
          <p class="hint">
            If you did not ask for this, close the page. Nobody joins without the press, and what was typed is deleted.
          </p>
        </form>
      </JoinFrame>
    )
  return standing.state === 'used' ? (
    <JoinFrame site={site} title="You have joined" lede="This link was used before. Using it again changes nothing.">
      <ButtonLink href="/sign-in">Sign in to your page</ButtonLink>
    </JoinFrame>
  ) : (
    <JoinFrame
      site={site}
      title="This link no longer works"
      lede="It is more than seven days old, or it was cut short in the letter. What was typed is deleted."
    >
      <ButtonLink href="/join">Begin again</ButtonLink>
    </JoinFrame>
  )
}

/** Whose mailbox it is sees what they are about to say: somebody else may have typed it. */
const Asked = ({ answers: { kind, name, holding, yes = [] } }: { answers: Answers }) => (
  <SummaryList
    rows={[
      { name: 'Name', value: name ?? '' },
      { name: 'You ask to be', value: kind ? `a ${kindNames[kind].toLowerCase()}` : '' },
      {
        name: 'You say',
        value: (
          <div class="stack-s">
            {[holding ?? '', ...yes.map(({ words }) => words)].map((words) => (
              <p>{words}</p>
            ))}
          </div>
        ),
      },
    ]}
  />
)
