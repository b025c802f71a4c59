import { classes } from './classes.ts'
import { describedBy, FieldFrame, type FieldBasics } from './Field.tsx'
import { fieldId } from './fieldId.ts'
import type { Htmx } from './jsx/htmx.ts'

export interface Option {
  value: string
  label: string
}

/** Options under a heading of their own. */
export interface OptionGroup {
  heading: string
  options: readonly Option[]
}

export interface SelectFieldProps extends FieldBasics, Htmx {
  options: readonly (Option | OptionGroup)[]
  value?: string | undefined
  size?: 'short' | 'medium' | undefined
  /** The label is for screen readers only, where the place says what is chosen. */
  quiet?: boolean | undefined
  /** Where several of one name stand on a page. */
  id?: string | undefined
  form?: string | undefined
}

export function SelectField({
  name,
  id = fieldId(name),
  label,
  quiet,
  hint,
  error,
  options,
  value,
  size,
  ...rest
}: SelectFieldProps) {
  return (
    <FieldFrame {...{ name, id, label, quiet, hint, error }}>
      <select
        class={classes('select', 'input', size)}
        id={id}
        name={name}
        aria-describedby={describedBy({ name, id, hint, error })}
        aria-invalid={error ? 'true' : undefined}
        {...rest}
      >
        {options.map((option) =>
          'heading' in option ? (
            <optgroup label={option.heading}>
              {option.options.map((one) => (
                <OneOption option={one} chosen={value} />
              ))}
            </optgroup>
          ) : (
            <OneOption option={option} chosen={value} />
          ),
        )}
      </select>
    </FieldFrame>
  )
}

const OneOption = ({ option, chosen }: { option: Option; chosen: string | undefined }) => (
  <option value={option.value} selected={option.value === chosen}>
    {option.label}
  </option>
)
