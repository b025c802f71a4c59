import { Card, CardHead } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { plural } from '../../../ui/words.ts'
import { Paragraphs } from './Paragraphs.tsx'
import type { VacancyProps } from './VacancyPage.tsx'

/** Who said in confidence that they would do it. */
export const Interested = ({ handles, interested }: VacancyProps) => (
  <Card labelledby="interested">
    <CardHead title="Who would take it on" id="interested">
      {handles && <span class="meta">{plural(interested.length, 'member')}</span>}
    </CardHead>
    {!handles ? (
      <p class="pad">Only the chair and the secretary read who would take it on.</p>
    ) : interested.length === 0 ? (
      <Empty
        icon="users"
        title="Nobody yet"
        sentence="What members say on their own page stands here. Only the chair and the secretary read it."
        level={3}
      />
    ) : (
      <ul class="told" role="list">
        {interested.map(({ name, words, hideFromHolder }) => (
          <li>
            <h3>
              {name} {hideFromHolder && <Chip tone="info">Not for the present holder</Chip>}
            </h3>
            {words ? <Paragraphs text={words} /> : <p class="meta">Said no more than that.</p>}
          </li>
        ))}
      </ul>
    )}
    <p class="pad meta">In confidence. It is erased when they take it back, or a week after somebody is chosen.</p>
  </Card>
)
