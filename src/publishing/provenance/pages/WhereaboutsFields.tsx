import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import { Field } from '../../../ui/Field.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'

const NAMES = ['source', 'sourceHref', 'sourceLeave', 'sourceOn', 'appearances']

/** Where a text came from and where it went; folded away while neither is said. */
export const WhereaboutsFields = ({ fields, errors }: { fields: Typed; errors?: Errors | undefined }) => {
  const known = (name: string) => ({ name, value: typedText(fields, name), error: errors?.[name] })
  return (
    <details open={NAMES.some((name) => errors?.[name] || typedText(fields, name))}>
      <summary>
        <span class="link-btn">Published elsewhere too</span>
      </summary>
      <div class="stack later">
        <Field
          {...known('source')}
          label="First published by"
          hint="Only for a text that was somewhere else before. Readers see it under the title."
        />
        <Field
          {...known('sourceHref')}
          label="Its address there"
          hint="Search engines are sent there rather than here."
          inputmode="url"
          spellcheck="false"
        />
        <Field
          {...known('sourceLeave')}
          label="By what right it stands here"
          hint="Like “With the author’s permission” or “Licence CC BY 4.0”."
        />
        <Field {...known('sourceOn')} label="Day it appeared there" hint="Like 3 March 2026." size="medium" />
        <TextArea
          {...known('appearances')}
          label="Appeared in"
          hint="Where our text was printed or posted afterwards. One a line: 3 March 2026, The Marstow Herald, https://example.org/letters"
          rows={3}
          spellcheck="false"
        />
      </div>
    </details>
  )
}
