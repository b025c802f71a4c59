import { classes } from './classes.ts'
import { describedBy, FieldError, type FieldBasics } from './Field.tsx'
import { fieldId } from './fieldId.ts'
import type { Child } from './jsx/child.ts'

export interface Choice {
  value: string
  label: string
  hint?: string
  /** A small picture before the words, such as a colour. */
  sample?: Child
}

interface ChoicesProps extends FieldBasics {
  options: readonly Choice[]
  /** Cards in columns, for short answers with a sample. */
  columns?: boolean
  /** Where two sets of one name stand on a page: what their ids are made of instead. */
  idFrom?: string
}

/** One of a few, each a card with its own explanation. */
export function RadioCards({ value, ...props }: ChoicesProps & { value?: string | undefined }) {
  return <ChoiceSet {...props} type="radio" chosen={value === undefined ? [] : [value]} />
}

/** Any of a few. The form sends the name once for each ticked. */
export function CheckboxGroup({ values = [], ...props }: ChoicesProps & { values?: readonly string[] | undefined }) {
  return <ChoiceSet {...props} type="checkbox" chosen={values} />
}

function ChoiceSet({
  name,
  label,
  hint,
  error,
  options,
  columns,
  idFrom = name,
  type,
  chosen,
}: ChoicesProps & { type: 'radio' | 'checkbox'; chosen: readonly string[] }) {
  const id = fieldId(idFrom)
  return (
    <fieldset class={classes('field', error && 'error')} aria-describedby={describedBy({ name: idFrom, hint, error })}>
      <legend>{label}</legend>
      {hint && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && <FieldError id={id} error={error} />}
      <div class={classes('choices', columns && 'swatches')}>
        {options.map((option, index) => (
          <label class="choice">
            {/* The first carries the field's id: the error summary leads there. */}
            <input
              type={type}
              id={index === 0 ? id : undefined}
              name={name}
              value={option.value}
              checked={chosen.includes(option.value)}
            />
            {option.sample}
            <span>
              <b>{option.label}</b>
              {option.hint && <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
