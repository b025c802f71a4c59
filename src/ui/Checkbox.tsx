import { classes } from './classes.ts'
import { describedBy, FieldError, type FieldBasics } from './Field.tsx'
import { fieldId } from './fieldId.ts'

export interface CheckboxProps extends FieldBasics {
  /** What is sent when ticked. */
  value?: string
  checked?: boolean | undefined
  form?: string | undefined
}

/** One tick box, its label beside it. For several of one name, `CheckboxGroup`. */
export function Checkbox({ name, label, hint, error, value = 'yes', checked, form }: CheckboxProps) {
  const id = fieldId(name)
  return (
    <div class={classes('field', error && 'error')}>
      {error && <FieldError id={id} error={error} />}
      <label class="check" for={id}>
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          checked={checked ?? false}
          form={form}
          aria-describedby={describedBy({ name, hint, error })}
          aria-invalid={error ? 'true' : undefined}
        />
        <span>
          {label}
          {hint && <small id={`${id}-hint`}>{hint}</small>}
        </span>
      </label>
    </div>
  )
}
