import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import { type Role, roleNames } from '../../../platform/roles.ts'
import { Breadcrumb } from '../../../ui/Breadcrumb.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Look } from '../../../ui/Page.tsx'
import { PlainLayout } from '../../../ui/PlainLayout.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { civilDayWords, list } from '../../../ui/words.ts'
import type { Interest } from '../interests.ts'
import type { Vacancy } from '../vacancies.ts'
import { Paragraphs } from './Paragraphs.tsx'

interface Props {
  look: Look
  vacancy: Vacancy
  said: Omit<Interest, 'name' | 'personId'> | undefined
  /** Who reads what members say, with all offices they hold. */
  readers: readonly { readonly name: string; readonly role: Role; readonly roles: readonly Role[] }[]
  typed?: Typed
  errors?: Errors
}

/** One office that needs somebody, and what a member says about it in confidence. */
export const MyVacancyPage = (props: Props) => {
  const { look, vacancy, said, errors } = props
  const name = roleNames[vacancy.role]
  return (
    <PlainLayout head={{ title: name, noindex: true, refused: errors !== undefined }} look={look}>
      <div class="stack-l">
        <ErrorSummary errors={errors} />
        <div>
          <Breadcrumb crumbs={[{ label: 'Offices that need somebody', href: '/my/vacancies' }, { label: name }]} />
          <h1>{name}</h1>
        </div>
        <div class="stack">
          <Paragraphs text={vacancy.notice} />
          <p class="meta">You can say so until {civilDayWords(vacancy.sayBy)}.</p>
        </div>
        {said ? <Said vacancy={vacancy} said={said} /> : <SayForm {...props} />}
      </div>
    </PlainLayout>
  )
}

const Said = ({ vacancy, said }: { vacancy: Vacancy; said: NonNullable<Props['said']> }) => (
  <>
    <Notice tone="ok">
      <p>
        <b>You said you would do it.</b> {said.hideFromHolder && 'The present holder does not see it.'}
      </p>
      {said.words && <Paragraphs text={said.words} />}
    </Notice>
    <form method="post" action={`/my/vacancies/${vacancy.id}/withdrawal`}>
      <Button tone="alt">Take it back</Button>
    </form>
  </>
)

const SayForm = ({ vacancy, readers, typed, errors }: Props) => {
  const others = readers.filter(({ roles }) => !roles.includes(vacancy.role))
  return (
    <form method="post" action={`/my/vacancies/${vacancy.id}/interest`} novalidate class="stack">
      <h2>Would you do it?</h2>
      <p>
        You bind yourself to nothing. What you say is read by {named(readers)}, and by nobody else. You can take it back
        at any time. A week after somebody is chosen it is erased.
      </p>
      <TextArea
        name="words"
        label="What you would like to say about it"
        hint="You may leave it empty."
        rows={5}
        value={typedText(typed, 'words')}
        error={errors?.['words']}
      />
      {others.length < readers.length && (
        <Checkbox
          name="hide"
          label="Do not show it to whoever holds the office now"
          hint={`Then it is read by ${named(others)} only.`}
          checked={typedText(typed, 'hide') === 'yes'}
        />
      )}
      <Button>I would do it</Button>
    </form>
  )
}

const named = (readers: Props['readers']): string =>
  readers.length ? list(readers.map(({ name, role }) => `${name} (${roleNames[role]})`)) : 'nobody at the moment'
