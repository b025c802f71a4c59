import { z } from 'zod'
import { typedText } from '../../platform/forms.ts'
import { readSettings, writeSetting } from '../../platform/settings.ts'
import { Field } from '../../ui/Field.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { footerSetting } from '../../publishing/index.ts'
import { line, linkLines } from './fields.ts'
import { type FieldsProps, section } from './section.ts'

const NUMBERS = [1, 2, 3] as const
const title = line(80, 'the heading')

const form = z
  .object({ column1: title, links1: linkLines, column2: title, links2: linkLines, column3: title, links3: linkLines })
  .transform((values, context) =>
    NUMBERS.flatMap((number) => {
      const column = { title: values[`column${number}`], links: values[`links${number}`] }
      if (column.links.length && !column.title)
        context.addIssue({ code: 'custom', path: [`column${number}`], message: 'Give the links a heading.' })
      return column.title ? [column] : []
    }),
  )

export const footerSection = section({
  name: 'footer',
  title: 'Links at the foot',
  sentence: 'Up to three columns on every page, beside the one that leads to posts, search and the web feed.',
  saved: 'The links at the foot are saved.',
  schema: form,
  save: (act, columns) => writeSetting(act, footerSetting, columns),
  stored: async (tx) => {
    const { footer } = await readSettings(tx, { footer: footerSetting })
    return Object.fromEntries(
      NUMBERS.flatMap((number) => {
        const column = footer[number - 1]
        return [
          [`column${number}`, column?.title ?? ''],
          [`links${number}`, column?.links.map(({ label, href }) => `${label} ${href}`).join('\n') ?? ''],
        ]
      }),
    )
  },
  Fields: ({ typed, errors }: FieldsProps) => (
    <>
      {NUMBERS.map((number) => (
        <div class="pair">
          <Field
            name={`column${number}`}
            label={`Heading ${number}`}
            value={typedText(typed, `column${number}`)}
            error={errors?.[`column${number}`]}
          />
          <TextArea
            name={`links${number}`}
            label="Links below it"
            hint="One a line: the words, then the address. Our promises /promises"
            rows={3}
            value={typedText(typed, `links${number}`)}
            error={errors?.[`links${number}`]}
          />
        </div>
      ))}
    </>
  ),
})
