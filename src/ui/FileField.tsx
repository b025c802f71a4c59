import { describedBy, FieldFrame, type FieldBasics } from './Field.tsx'
import { fieldId } from './fieldId.ts'

export interface FileFieldProps extends FieldBasics {
  /** As HTML has it: `.xml,.zip` or `image/*`. The server still looks at the content. */
  accept?: string
  multiple?: boolean
  form?: string | undefined
}

/** Its form needs `enctype="multipart/form-data"`. A browser never gives a chosen file back, so a refused form says so in its error. */
export function FileField({ name, label, hint, error, ...rest }: FileFieldProps) {
  return (
    <FieldFrame {...{ name, label, hint, error }}>
      <input
        class="input"
        type="file"
        id={fieldId(name)}
        name={name}
        aria-describedby={describedBy({ name, hint, error })}
        aria-invalid={error ? 'true' : undefined}
        {...rest}
      />
    </FieldFrame>
  )
}
