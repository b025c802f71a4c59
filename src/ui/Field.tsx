import { classes } from './classes.ts'
import { fieldId } from './fieldId.ts'
import type { Child } from './jsx/child.ts'
import type { Htmx } from './jsx/htmx.ts'

export interface FieldBasics {
  name: string
  label: string
  hint?: Child
  /** What to do about it: "Enter a full UK postcode, like SY1 1AA". */
  error?: string | undefined
}

export interface FieldProps extends FieldBasics, Htmx {
  type?:
    | 'text'
    | 'email'
    | 'tel'
    | 'url'
    | 'number'
    | 'password'
    | 'search'
    | 'date'
    | 'time'
    | 'datetime-local'
    | 'color'
  /** What was typed; it comes back with a refused form. */
  value?: string | number | undefined
  autocomplete?: string | undefined
  inputmode?: 'text' | 'tel' | 'url' | 'email' | 'numeric' | 'decimal' | 'search' | undefined
  required?: boolean | undefined
  /** Characters; said in words under the label. */
  maxlength?: number | undefined
  min?: string | number | undefined
  max?: string | number | undefined
  step?: string | number | undefined
  size?: 'short' | 'medium' | undefined
  spellcheck?: 'true' | 'false' | undefined
  autofocus?: boolean | undefined
  /** Id of a datalist of suggestions. */
  list?: string | undefined
  /** The form it belongs to, when it stands outside. */
  form?: string | undefined
  /** Where several of one name stand on a page. */
  id?: string | undefined
}

/** One line of text, a date, a number. Label above, then hint, then error, then the input. */
export function Field({
  name,
  id = fieldId(name),
  label,
  hint,
  error,
  type = 'text',
  size,
  value,
  maxlength,
  ...rest
}: FieldProps) {
  return (
    <FieldFrame {...{ name, id, label, hint, error, maxlength }}>
      <input
        class={classes('input', size)}
        id={id}
        name={name}
        type={type}
        value={value}
        aria-describedby={describedBy({ name, id, hint, error, maxlength })}
        aria-invalid={error ? 'true' : undefined}
        {...rest}
      />
    </FieldFrame>
  )
}

interface FrameProps extends FieldBasics {
  quiet?: boolean | undefined
  id?: string | undefined
  maxlength?: number | undefined
  children: Child
}

/** What every single field shares: label, hint, limit and error in one order, with ids that `describedBy` names. */
export function FieldFrame({ name, id = fieldId(name), label, quiet, hint, error, maxlength, children }: FrameProps) {
  return (
    <div class={classes('field', error && 'error')}>
      <label class={quiet ? 'unseen' : 'label'} for={id}>
        {label}
      </label>
      {(hint || maxlength) && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
          {hint && maxlength ? ' ' : ''}
          {maxlength && `Up to ${maxlength.toLocaleString('en-GB')} characters.`}
        </span>
      )}
      {error && <FieldError id={id} error={error} />}
      {children}
    </div>
  )
}

export const FieldError = ({ id, error }: { id: string; error: string }) => (
  <span class="error-msg" id={`${id}-error`}>
    <span class="unseen">Error: </span>
    {error}
  </span>
)

interface Described {
  name: string
  id?: string | undefined
  hint?: Child
  error?: string | undefined
  maxlength?: number | undefined
}

/** The ids of a field's hint and error, for `aria-describedby`. */
export function describedBy({ name, id = fieldId(name), hint, error, maxlength }: Described): string | undefined {
  return classes((Boolean(hint) || maxlength !== undefined) && `${id}-hint`, error && `${id}-error`)
}
