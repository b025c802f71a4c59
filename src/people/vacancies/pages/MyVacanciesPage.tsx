import { roleNames } from '../../../platform/roles.ts'
import { ButtonLink } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Look } from '../../../ui/Page.tsx'
import { PlainLayout } from '../../../ui/PlainLayout.tsx'
import { Unseen } from '../../../ui/Unseen.tsx'
import { civilDayWords } from '../../../ui/words.ts'
import { Said } from '../../../ui/Said.tsx'
import type { Vacancy } from '../vacancies.ts'
import { MyHandovers } from './MyHandovers.tsx'
import { Paragraphs } from './Paragraphs.tsx'

interface Props {
  look: Look
  personId: string
  /** What the last press of a button did. */
  note: string | null
  /** Members, and whoever holds an office. */
  able: boolean
  vacancies: readonly Vacancy[]
  said: ReadonlyMap<string, unknown>
  handovers: readonly Vacancy[]
}

/** Offices that need somebody, as members read of them. */
export const MyVacanciesPage = ({ look, personId, note, able, vacancies, said, handovers }: Props) => (
  <PlainLayout head={{ title: 'Offices that need somebody', noindex: true }} look={look}>
    <div class="stack-l">
      <h1>Offices that need somebody</h1>
      <Said sentence={note} />
      {handovers.length > 0 && <MyHandovers handovers={handovers} personId={personId} />}
      {!able ? (
        <Notice>
          <p>Offices of the group are for its members. You are on its list as something else.</p>
        </Notice>
      ) : vacancies.length === 0 ? (
        <Empty icon="users" title="Every office has somebody" sentence="When one needs somebody, it stands here." />
      ) : (
        vacancies.map((vacancy) => <OneVacancy vacancy={vacancy} said={said.has(vacancy.id)} />)
      )}
      <p>
        <ButtonLink href="/my" tone="alt">
          My page
        </ButtonLink>
      </p>
    </div>
  </PlainLayout>
)

const OneVacancy = ({ vacancy, said }: { vacancy: Vacancy; said: boolean }) => (
  <Card labelledby={`vacancy-${vacancy.id}`}>
    <CardHead title={roleNames[vacancy.role]} id={`vacancy-${vacancy.id}`}>
      <span class="meta">Until {civilDayWords(vacancy.sayBy)}</span>
    </CardHead>
    <div class="pad stack">
      <Paragraphs text={vacancy.notice} />
      <p>
        <ButtonLink href={`/my/vacancies/${vacancy.id}`} tone={said ? 'alt' : undefined}>
          {said ? 'What you said' : 'Would you do it?'}
          <Unseen>: {roleNames[vacancy.role]}</Unseen>
        </ButtonLink>
      </p>
    </div>
  </Card>
)
