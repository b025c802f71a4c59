import { Card } from '../../../ui/Card.tsx'
import { type DiffBlock, DiffView } from '../../../ui/DiffView.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Prose } from '../../../ui/Prose.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { Time } from '../../../ui/Time.tsx'
import { trustHtml } from '../../../ui/Trusted.tsx'
import { toHtml, type Version } from '../../../writing/index.ts'

/** Somebody else saved meanwhile: their version, as text and as the way from theirs to what was typed. */
export interface Conflict {
  readonly latest: Version
  readonly text: string
  readonly blocks: readonly DiffBlock[]
}

export const ConflictPanel = ({ conflict: { latest, text, blocks }, zone }: { conflict: Conflict; zone: string }) => (
  <section class="stack conflict" aria-labelledby="conflict-title">
    <Notice tone="warn">
      <h2 id="conflict-title">Somebody else saved while you were writing</h2>
      <p>
        Version {latest.number}, “{latest.title}”, was saved on <Time at={latest.madeAt} zone={zone} as="dayAndTime" />.
        Your own words are in the form below. Take over from theirs what should stay, then save: yours becomes the next
        version, and theirs is kept under Versions.
      </p>
    </Notice>
    <Card>
      <details open>
        <summary class="pad">What differs: struck words are theirs, underlined words are yours</summary>
        <div class="sheet">
          <DiffView blocks={blocks} />
        </div>
      </details>
    </Card>
    <Card>
      <details>
        <summary class="pad">Their text as it looks, to copy from</summary>
        <div class="sheet">
          <Prose html={trustHtml(toHtml(latest.body, { headingOffset: 1, idPrefix: 'theirs-' }))} />
        </div>
      </details>
    </Card>
    <Card padded>
      <TextArea name="theirs" label="Their text, to copy from" value={text} rows={8} />
    </Card>
  </section>
)
