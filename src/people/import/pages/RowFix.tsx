import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fields, type Field as FieldName } from '../columns/fields.ts'
import { cellName } from '../forms.ts'
import type { Decision } from '../fixing.ts'
import type { MemberImport } from '../imports.ts'
import { type StagedRow, whysOf } from '../rows.ts'

interface Props {
  one: MemberImport
  row: StagedRow
}

/** Mends a row where it stands, or says what is to become of it. */
export const RowFix = ({ one, row }: Props) => {
  const action = `/office/register/import/${one.id}/rows/${row.place}?state=${row.state}`
  if (row.state === 'left_out')
    return (
      <form method="post" action={action}>
        <Choice decision="taken_back" row={row}>
          Take it in again
        </Choice>
      </form>
    )
  return (
    <details>
      <summary>
        Change <span class="unseen">row {row.row}</span>
      </summary>
      <form method="post" action={action} class="stack-s" novalidate>
        {columnsToMend(one, row).map(({ column, label }) => (
          <Field name={cellName(row.place, column)} label={label} value={row.cells[column] ?? ''} autocomplete="off" />
        ))}
        <div class="row row-s">
          <Choice decision="save" row={row}>
            Save
          </Choice>
          {row.likely?.why === 'name_and_postcode' && (
            <>
              <Choice decision="same" row={row}>
                The same person
              </Choice>
              <Choice decision="another" row={row}>
                Another person
              </Choice>
            </>
          )}
          <Choice decision="left_out" row={row}>
            Leave it out
          </Choice>
        </div>
      </form>
    </details>
  )
}

const Choice = ({ decision, row, children }: { decision: Decision; row: StagedRow; children: string }) => (
  <Button size="sm" tone="alt" name="decision" value={decision} aria-label={`${children}, row ${row.row}`}>
    {children}
  </Button>
)

const ALWAYS: ReadonlySet<FieldName | null> = new Set<FieldName>(['name', 'first_name', 'last_name', 'email'])

/** Name and address, and what has a problem; of pasted names everything. */
function columnsToMend({ mapping, columns, pasted }: MemberImport, row: StagedRow) {
  const troubled = new Set(whysOf(row).map(({ field }) => field))
  return mapping.flatMap((field, column) =>
    field && (pasted || ALWAYS.has(field) || troubled.has(field))
      ? [{ column, label: columns[column]?.heading ?? fields[field].label }]
      : [],
  )
}
