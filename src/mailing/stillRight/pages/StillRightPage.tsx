import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Look } from '../../../ui/Page.tsx'
import { PlainLayout } from '../../../ui/PlainLayout.tsx'
import { Said } from '../../../ui/Said.tsx'
import { NO, YES } from '../words.ts'

interface Props {
  look: Look
  /** The address of this page, with its token. */
  path: string
  /** As much of the reader's address as they need to know it again. */
  address: string
  /** What a yes says. */
  words: string
  /** They pressed “no” in the letter. */
  noFirst: boolean
  said: 'yes' | 'no' | null
}

const SAID = {
  yes: 'Your yes is kept, with the words you saw. Thank you.',
  no: 'Your no is kept. You get no letters from us.',
} as const

/** Yes or no to being written to, for whoever has the letter: so it shows nothing of them but a part of the address. */
export const StillRightPage = ({ look, path, address, words, noFirst, said }: Props) => {
  const [yes, no] = [<Yes {...{ path, words }} />, <No path={path} group={look.name} />]
  return (
    <PlainLayout head={{ title: 'May we write to you?', noindex: true }} look={look}>
      <div class="stack-l">
        <h1>May {look.name} write to you?</h1>
        <Said sentence={said && SAID[said]} />
        <p class="lede">
          {said
            ? 'If that was a mistake, press the other button.'
            : `We have your name and the address ${address} from a list, and ask you once. Nothing is said before you press a button.`}
        </p>
        {noFirst ? [no, yes] : [yes, no]}
        <Notice>
          <p>
            To see everything we hold about you, to change it or to have it deleted, <a href="/sign-in">sign in</a> with
            that address.
          </p>
        </Notice>
      </div>
    </PlainLayout>
  )
}

const Yes = ({ path, words }: Pick<Props, 'path' | 'words'>) => (
  <Card padded labelledby="yes">
    <form method="post" action={path} class="stack">
      <h2 id="yes">Yes</h2>
      <p>With this button you say, and we keep it with these words:</p>
      <p>“{words}”</p>
      <div>
        <Button name="answer" value="yes">
          {YES}
        </Button>
      </div>
    </form>
  </Card>
)

const No = ({ path, group }: { path: string; group: string }) => (
  <Card padded labelledby="no">
    <form method="post" action={path} class="stack">
      <h2 id="no">No</h2>
      <p>{group} sends you nothing any more, whoever puts you on a list again.</p>
      <div>
        <Button tone="alt" name="answer" value="no">
          {NO}
        </Button>
      </div>
    </form>
  </Card>
)
