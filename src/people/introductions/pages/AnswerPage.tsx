import { Button } from '../../../ui/Button.tsx'
import type { Look } from '../../../ui/Page.tsx'
import { PlainLayout } from '../../../ui/PlainLayout.tsx'
import { ToWebsite } from '../../../ui/ToWebsite.tsx'
import type { Question } from '../answers.ts'

interface Props {
  look: Look
  token: string
  /** Null when it is over. */
  question: Question | null
}

/** What stands behind the link of a letter: who asks, and two buttons. */
export const AnswerPage = ({ look, token, question }: Props) => (
  <PlainLayout head={{ title: 'Would you like to meet?', noindex: true }} look={look}>
    <div class="stack-l">
      {question === null ? (
        <Over />
      ) : question.answer ? (
        <Answered question={question} />
      ) : (
        <Asked token={token} question={question} />
      )}
    </div>
  </PlainLayout>
)

const Asked = ({ token, question: { asker, asked, shown } }: { token: string; question: Question }) => (
  <>
    <h1>Would you like to meet?</h1>
    <div class="stack">
      {shown.map((line) => (
        <p class="lede">{line}</p>
      ))}
    </div>
    <p>
      If you say yes, {asker.name} gets your name ({asked.name})
      {asked.kind === 'supporter' && ', that you are a supporter,'} and your email address ({asked.email}), and you get
      theirs. If you say no, or nothing, they never learn that you were asked.
    </p>
    <form method="post" action={`/introductions/${token}`} class="row">
      <Button name="answer" value="yes" size="lg">
        Yes, introduce us
      </Button>
      <Button name="answer" value="no" size="lg" tone="alt">
        No, thank you
      </Button>
    </form>
  </>
)

const Answered = ({ question: { asker, answer } }: { question: Question }) => (
  <>
    <h1>{answer === 'yes' ? `You are introduced to ${asker.name}` : 'You said no'}</h1>
    <p class="lede">
      {answer === 'yes'
        ? 'You both get a letter with the other’s email address.'
        : 'Nobody learns that you were asked. You will not be asked about this person again.'}
    </p>
    <ToWebsite />
  </>
)

const Over = () => (
  <>
    <h1>This is over</h1>
    <p class="lede">Whoever asked has ended it, or a month has passed. You need do nothing.</p>
    <ToWebsite />
  </>
)
