import { classes } from './classes.ts'
import { describedBy, FieldFrame, type FieldBasics } from './Field.tsx'
import { fieldId } from './fieldId.ts'
import type { Htmx } from './jsx/htmx.ts'

export interface Option {
  value: string
  label: string
}

export interface SelectFieldProps extends FieldBasics, Htmx {
  options: readonly Option[]
  value?: string | undefined
  size?: 'short' | 'medium' | undefined
  form?: string | undefined
}

export function SelectField({ name, label, hint, error, options, value, size, ...rest }: SelectFieldProps) {
  return (
    <FieldFrame {...{ name, label, hint, error }}>
      <select
        class={classes('select', 'input', size)}
        id={fieldId(name)}
        name={name}
        aria-describedby={describedBy({ name, hint, error })}
        aria-invalid={error ? 'true' : undefined}
        {...rest}
      >
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
