import { fieldId } from './fieldId.ts'

/** Stands on top of a refused form, read aloud at once; each line leads to its field. Nothing when there are no errors. */
export function ErrorSummary({
  errors,
  title = 'There is a problem',
}: {
  errors?: Readonly<Record<string, string>> | undefined
  title?: string
}) {
  const found = Object.entries(errors ?? {})
  if (found.length === 0) return null
  return (
    <div
      class="error-summary"
      id="error-summary"
      role="alert"
      tabindex={-1}
      autofocus
      aria-labelledby="error-summary-title"
    >
      <h2 id="error-summary-title">{title}</h2>
      <ul>
        {found.map(([name, error]) => (
          <li>
            <a href={`#${fieldId(name)}`}>{error}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
