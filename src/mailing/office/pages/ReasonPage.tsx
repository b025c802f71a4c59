import type { OfficeFrame } from '../../../platform/web.ts'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Pager } from '../../../ui/Pager.tsx'
import type { OfficeLetter } from '../officeLetter.ts'
import { PEOPLE_A_PAGE } from '../reach.ts'
import { becauseOf, type Becoming, becomingTitle, becomingWords } from '../reasons.ts'
import { LetterLayout } from './LetterLayout.tsx'

interface Named {
  readonly id: string
  readonly name: string
}
interface Props {
  frame: OfficeFrame
  letter: OfficeLetter
  what: Becoming
  /** On all pages. */
  count: number
  people: readonly Named[]
  page: number
}

/** Those of whom one thing becomes, by name. */
export const ReasonPage = ({ frame, letter, what, count, people, page }: Props) => {
  const here = `/office/letters/${letter.id}/audience`
  const title = becomingTitle(what, letter.kind)
  return (
    <LetterLayout {...{ frame, letter }} here="audience" about={title}>
      <div class="stack">
        <p>
          <a href={here}>Back to who gets it</a>
        </p>
        <Card>
          <CardHead title={becomingWords(what, count, letter.kind)} />
          <p class="pad meta">{becauseOf(what, letter.kind)}</p>
          {people.length > 0 ? (
            <DataTable
              caption={title}
              rows={people}
              columns={[
                {
                  key: 'name',
                  label: 'Name',
                  cell: ({ id, name }: Named) => <a href={`/office/register/${id}`}>{name}</a>,
                },
              ]}
            />
          ) : (
            <Empty
              icon="users"
              title="Nobody"
              sentence="There is nobody here now. The register changes, and this list with it."
            />
          )}
          <Pager
            page={page}
            pages={Math.ceil(count / PEOPLE_A_PAGE)}
            href={(other) => `${here}/${what}?page=${other}`}
          />
        </Card>
      </div>
    </LetterLayout>
  )
}
