import { Card, CardHead } from '../../../ui/Card.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { plural } from '../../../ui/words.ts'
import type { OfficeLetter } from '../officeLetter.ts'
import { type Reach, sumOf } from '../reach.ts'
import { becauseOf, becomingWords, type Reason, reasons } from '../reasons.ts'

interface Props {
  letter: OfficeLetter
  reach: Reach
  seesNames: boolean
}

/** Those of the view who do not get it, each counted once, under the first reason that is true. */
export const ReasonsCard = ({ letter: { id, kind }, reach, seesNames }: Props) => {
  const some = reasons.filter((reason) => reach[reason] > 0)
  const without = sumOf(reach) - reach.gets
  return (
    <Card>
      <CardHead title={without ? `${plural(without, 'person does', 'people do')} not get it` : 'Nobody is left out'} />
      {some.length > 0 ? (
        <DataTable
          caption="Who does not get it, and why"
          rows={some}
          columns={[
            {
              key: 'why',
              label: 'Why',
              wide: true,
              cell: (reason: Reason) => (
                <>
                  {seesNames ? (
                    <a href={`/office/letters/${id}/audience/${reason}`}>
                      {becomingWords(reason, reach[reason], kind)}
                    </a>
                  ) : (
                    becomingWords(reason, reach[reason], kind)
                  )}
                  <div class="meta">{becauseOf(reason, kind)}</div>
                </>
              ),
            },
          ]}
        />
      ) : (
        <p class="pad">{sumOf(reach) ? becomingWords('gets', reach.gets, kind) : 'Nobody is in this view.'}</p>
      )}
      {some.length > 0 && (
        <p class="pad meta">
          {seesNames
            ? 'Each person is counted once, under the first reason that holds.'
            : 'Who they are is seen by officers who keep the register, signed in with a second factor.'}
        </p>
      )}
    </Card>
  )
}
