import { classes } from './classes.ts'
import { describedBy, FieldFrame, type FieldBasics } from './Field.tsx'
import { fieldId } from './fieldId.ts'
import type { Htmx } from './jsx/htmx.ts'

export interface TextAreaProps extends FieldBasics, Htmx {
  value?: string | undefined
  rows?: number
  /** Characters; said in words under the label. */
  maxlength?: number | undefined
  required?: boolean | undefined
  /** A document in small Markdown: tall, in a fixed-width face. */
  source?: boolean
  spellcheck?: 'true' | 'false' | undefined
  lang?: string | undefined
  form?: string | undefined
  /** Where several of one name stand on a page. */
  id?: string | undefined
}

export function TextArea({
  name,
  id = fieldId(name),
  label,
  hint,
  error,
  value,
  rows = 5,
  maxlength,
  source,
  ...rest
}: TextAreaProps) {
  return (
    <FieldFrame {...{ name, id, label, hint, error, maxlength }}>
      <textarea
        class={classes('textarea', source && 'doc-source')}
        id={id}
        name={name}
        rows={source ? 18 : rows}
        aria-describedby={describedBy({ name, id, hint, error, maxlength })}
        aria-invalid={error ? 'true' : undefined}
        {...rest}
      >
        {/* A browser drops the first line end of a textarea; this one is for it. */}
        {value?.startsWith('\n') ? `\n${value}` : value}
      </textarea>
    </FieldFrame>
  )
}
