import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { BulkBar } from '../../../ui/BulkBar.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Field } from '../../../ui/Field.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { Pager } from '../../../ui/Pager.tsx'
import { SavedViews } from '../../../ui/SavedViews.tsx'
import { civilDayWords, plural } from '../../../ui/words.ts'
import { type Proposal, PROPOSALS_A_PAGE } from '../retention.ts'
import {
  isAboutPerson,
  type RetentionRule,
  retentionRules,
  ruleNames,
  ruleWords,
  type Years,
} from '../retentionRules.ts'
import { RightsTabs } from './RightsTabs.tsx'
import { YearsCard } from './YearsCard.tsx'

interface Asked {
  rule: RetentionRule
  page: number
  ticked?: 'all' | undefined
}

export interface RetentionProps {
  frame: OfficeFrame
  asked: Asked
  years: Years
  counts: Readonly<Record<RetentionRule, number>>
  proposals: readonly Proposal[]
  typed?: Typed
  errors?: Errors
}

const HOME = '/office/requests/retention'
const BULK = 'kept-long'

/** What the group's own rules propose to let go. Nothing goes by itself. */
export const RetentionPage = (props: RetentionProps) => {
  const { frame, asked, years, counts, proposals, errors } = props
  return (
    <OfficeLayout {...frame} head={{ title: 'Kept long enough', refused: errors !== undefined }}>
      <ErrorSummary errors={errors} />
      <PageTitle
        title="Kept long enough"
        sentence="The law lets you keep what you need, for as long as you need it. These are proposals, made each night by the years you chose: nothing goes until one of you says so."
      />
      <RightsTabs current="retention" />
      <SavedViews
        label="By rule"
        views={retentionRules.map((rule) => ({
          label: ruleNames[rule],
          href: hrefOf({ rule, page: 1 }),
          count: counts[rule],
          current: rule === asked.rule,
        }))}
      />
      <div class="stack-l">
        <Card>
          <p class="pad">{ruleWords(asked.rule, years)}</p>
          {proposals.length === 0 ? (
            <Empty icon="circle-check" title="Nobody" sentence="By this rule nothing has been kept long enough." />
          ) : (
            <>
              <Bulk {...props} />
              <DataTable
                caption={ruleNames[asked.rule]}
                columns={columns}
                rows={proposals}
                ticks={{
                  form: BULK,
                  name: 'id',
                  value: ({ personId }) => personId,
                  label: ({ name }) => `Tick ${name}`,
                  ticked: asked.ticked === 'all',
                }}
              />
            </>
          )}
          <Pager
            page={asked.page}
            pages={Math.ceil(counts[asked.rule] / PROPOSALS_A_PAGE)}
            href={(page) => hrefOf({ rule: asked.rule, page })}
          />
        </Card>
        <YearsCard {...props} />
      </div>
    </OfficeLayout>
  )
}

const Bulk = ({ asked, proposals, typed, errors }: RetentionProps) => (
  <div class="table-head">
    <BulkBar id={BULK} action={`${HOME}/decisions`} label="With ticked entries">
      <input type="hidden" name="rule" value={asked.rule} />
      <Button name="to" value="go" tone="danger">
        {isAboutPerson(asked.rule) ? 'Ask for erasure' : 'Delete what is old'}
      </Button>
      <Field name="why" label="Why keep it?" value={typedText(typed, 'why')} error={errors?.['why']} />
      <Button name="to" value="keep" tone="alt">
        Keep for another year
      </Button>
    </BulkBar>
    {asked.ticked === 'all' ? (
      <a class="btn ghost" href={hrefOf(asked)}>
        Tick none
      </a>
    ) : (
      <a class="btn ghost" href={`${hrefOf(asked)}&ticked=all`}>
        {proposals.length === 1 ? 'Tick it' : `Tick all ${plural(proposals.length, 'entry', 'entries')}`}
      </a>
    )}
  </div>
)

const columns: readonly Column<Proposal>[] = [
  {
    key: 'who',
    label: 'Who',
    cell: ({ personId, name }) => <a href={`/office/requests/erasures/${personId}`}>{name}</a>,
  },
  { key: 'since', label: 'Since', cell: ({ sinceOn }) => civilDayWords(sinceOn) },
  { key: 'state', label: 'State', cell: ({ asked }) => asked && <Chip tone="info">Erasure asked for</Chip> },
]

export const hrefOf = ({ rule, page }: Pick<Asked, 'rule' | 'page'>): string =>
  `${HOME}?rule=${rule}${page > 1 ? `&page=${page}` : ''}`
