import { Card } from '../../../ui/Card.tsx'
import { Spark } from '../../../ui/Spark.tsx'
import { civilDayWords, plural } from '../../../ui/words.ts'
import type { EntryReads } from '../readFigures.ts'
import { total } from '../readWords.ts'

/** How often a post or page was read, beside its text in the office. */
export const EntryReadsCard = ({ reads }: { reads: EntryReads }) => {
  const lately = total(reads.lately)
  return (
    <Card padded labelledby="reads">
      <h2 class="card-title" id="reads">
        Reads
      </h2>
      <p>
        {reads.since
          ? `Read ${plural(reads.total, 'time')} since ${civilDayWords(reads.since)}, ${plural(lately, 'time')} in the last 30 days.`
          : 'Nobody has been counted reading it yet.'}
      </p>
      {lately > 0 && (
        <Spark points={reads.lately.map((one) => one.reads)} label={`Reads a day over 30 days, ${lately} together`} />
      )}
      <p>
        <a href="/office/website/reads">Reads of all pages</a>
      </p>
    </Card>
  )
}
