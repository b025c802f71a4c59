import { Card } from '../../../ui/Card.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { FactsList } from '../../../ui/FactsList.tsx'
import type { AccessCopy } from '../accessCopies.ts'
import { Words } from './Words.tsx'

/** What is held, by what it is; below each entry why. */
export const CopySections = ({ copy: { sections } }: { copy: AccessCopy }) => (
  <Card>
    {sections.length === 0 ? (
      <Empty icon="inbox" title="Nothing is held" sentence="There is no record, and nothing was written." />
    ) : (
      <div class="pad">
        <FactsList
          facts={sections.map(({ what, entries }) => [
            what,
            <div class="stack-s">
              {entries.map(({ value, why }) => (
                <div>
                  <Words of={value} />
                  {why && <span class="meta">{why}</span>}
                </div>
              ))}
            </div>,
          ])}
        />
      </div>
    )}
  </Card>
)
