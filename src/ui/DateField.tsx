import type { FieldBasics } from './Field.tsx'
import { describedBy, FieldError } from './Field.tsx'
import { fieldId } from './fieldId.ts'

interface DateFieldProps extends FieldBasics {
  /** What was typed, by part. */
  value?: { day?: string | undefined; month?: string | undefined; year?: string | undefined } | undefined
}

const PARTS = [
  { part: 'day', label: 'Day', size: 2 },
  { part: 'month', label: 'Month', size: 2 },
  { part: 'year', label: 'Year', size: 4 },
] as const

/** A day that people know by heart, typed in three boxes (GOV.UK Design System, Date input). Sent as `name-day` and so on. */
export function DateField({ name, label, hint, error, value }: DateFieldProps) {
  const id = fieldId(name)
  return (
    <fieldset class={error ? 'field error' : 'field'} id={id} aria-describedby={describedBy({ name, hint, error })}>
      <legend class="label">{label}</legend>
      {hint && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && <FieldError id={id} error={error} />}
      <div class="row">
        {PARTS.map(({ part, label: partLabel, size }) => (
          <label class="date-part">
            {partLabel}
            <input
              class="input"
              name={`${name}-${part}`}
              inputmode="numeric"
              size={size}
              maxlength={size}
              value={value?.[part]}
              aria-invalid={error ? 'true' : undefined}
            />
          </label>
        ))}
      </div>
    </fieldset>
  )
}
